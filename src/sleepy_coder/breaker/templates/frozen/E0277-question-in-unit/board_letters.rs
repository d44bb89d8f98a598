//~ family: E0277-question-in-unit
struct Board {
    rows: Vec<String>,
}

impl Board {
    fn letter(&self, row: usize, column: usize) -> char {
        let row = self.rows.get(row).expect("no such row");
        row.chars().nth(column).expect("no such column")
    }

    fn diagonal(&self) -> String {
        let mut word = String::new();
        for place in 0..self.rows.len() {
            word.push(self.letter(place, place));
        }
        word
    }
}

fn main() {
    let board = Board { rows: vec!["cold".to_string(), "salt".to_string(), "barn".to_string()] };
    println!("{}", board.diagonal());
    println!("{}", board.letter(2, 0));
}
