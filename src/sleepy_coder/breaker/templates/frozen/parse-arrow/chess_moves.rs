//~ family: parse-arrow
struct Square {
    file: char,
    rank: u8,
}

fn value(piece: char) -> Option<u8> {
    let points = match piece {
        'p' => 1,
        'n' | 'b' => 3,
        'r' => 5,
        'q' => 9,
        _ => return None,
    };
    Some(points)
}

fn shade(square: &Square) -> &'static str {
    let column = square.file as u8 - b'a';
    match (column + square.rank) % 2 {
        0 => "light",
        _ => "dark",
    }
}

fn main() {
    let total: u8 = "rnbqk".chars().filter_map(value).sum();
    println!("{total}");
    println!("{}", shade(&Square { file: 'c', rank: 4 }));
    println!("{}", shade(&Square { file: 'd', rank: 4 }));
}
