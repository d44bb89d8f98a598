//~ family: E0277-collect-ref
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Word(String),
    Gap,
}

struct Page<'p> {
    lines: &'p [Vec<Piece>],
}

impl<'p> Page<'p> {
    fn column(&self, at: usize) -> Vec<Piece> {
        self.lines.iter().filter_map(|line| line.get(at)).cloned().collect()
    }

    fn tail(&self) -> Option<Vec<Piece>> {
        let (_, rest) = self.lines.last()?.split_first()?;
        Some(rest.iter().skip_while(|piece| **piece == Piece::Gap).cloned().collect())
    }

    fn letters(&self) -> String {
        let firsts: Vec<char> = self.lines.iter().flatten().filter_map(initial).collect();
        firsts.iter().rev().copied().collect::<String>()
    }
}

fn initial(piece: &Piece) -> Option<char> {
    if let Piece::Word(word) = piece {
        word.chars().next()
    } else {
        None
    }
}

fn main() {
    let word = |text: &str| Piece::Word(text.to_string());
    let lines = [vec![word("salt"), Piece::Gap], vec![word("tin"), Piece::Gap, word("oil")]];
    let page = Page { lines: &lines };
    println!("{:?}\n{:?}\n{}", page.column(1), page.tail(), page.letters());
}
