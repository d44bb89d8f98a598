//~ family: E0062-field-twice
//~ vary u8: u8 | i8 | u32
#[derive(Clone, Debug, PartialEq, Eq)]
struct Square {
    file: char,
    rank_at: u8,
}

#[derive(Debug)]
struct Turn {
    start_at: Square,
    goal: Square,
    capture: bool,
}

fn forward(from_square: &Square) -> Turn {
    let goal = Square { file: from_square.file, rank_at: from_square.rank_at + 1 };
    Turn { start_at: from_square.clone(), goal, capture: false }
}

fn main() {
    let pawn = Square { file: 'e', rank_at: 2 };
    let turn = forward(&pawn);
    println!("{}{}", turn.goal.file, turn.goal.rank_at);
    println!("{} {}", turn.start_at == pawn, turn.capture);
}
