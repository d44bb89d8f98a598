//~ family: parse-paren
//~ vary usize: usize | u32
//~ vary teal: teal | ochre | ivory
fn tile(x: usize, y: usize) -> &'static str {
    match (x + y) % 3 {
        0 => "teal",
        1 => "sand",
        _ => "rust",
    }
}

fn column_of(x: usize, height: usize) -> Vec<&'static str> {
    (0..height).map(|y| tile(x, y)).collect()
}

fn tally(columns: &[Vec<&str>], wanted: &str) -> usize {
    let mut found = 0;
    for column in columns {
        found += column.iter().filter(|color| **color == wanted).map(|_| 1).sum::<usize>();
    }
    found
}

fn main() {
    let mut columns = Vec::new();
    for x in 0..4 {
        columns.push(column_of(x, 5));
    }
    if let Some(opening) = columns.first() {
        println!("{}", opening.join("|"));
    }
    println!("teal tiles: {}", tally(&columns, "teal"));
    println!("rust tiles: {}", tally(&columns, "rust").max(2));
}
