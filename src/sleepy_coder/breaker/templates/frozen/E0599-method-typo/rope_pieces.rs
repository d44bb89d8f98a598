//~ family: E0599-method-typo
struct Pieces<'a> {
    rest: &'a str,
    width: usize,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let cut = self.rest.len().min(self.width);
        let (piece, rest) = self.rest.split_at(cut);
        self.rest = rest;
        Some(piece)
    }
}

fn main() {
    let pieces = Pieces { rest: "abcdefgh", width: 3 };
    let reversed: Vec<String> = pieces.map(|piece| piece.chars().rev().collect()).collect();
    println!("{}", reversed.join("/"));
    let count = Pieces { rest: "xy", width: 1 }.count();
    println!("{count}");
}
