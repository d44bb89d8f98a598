//~ family: E0373-move-removed
//~ vary usize: usize | u32 | i32
//~ vary black: black | brown | navy
fn squares(files: usize, ranks: usize) -> Vec<(usize, usize)> {
    (0..ranks).flat_map(|rank| (0..files).map(move |file| (file, rank))).collect()
}

fn on_diagonal(offset: usize) -> impl Fn(&(usize, usize)) -> bool {
    move |(file, rank)| file + offset == *rank
}

fn shade(file: usize, rank: usize) -> &'static str {
    match (file + rank) % 2 {
        0 => "black",
        _ => "cream",
    }
}

fn main() {
    let board = squares(6, 4);
    let dark = board.iter().filter(|(file, rank)| shade(*file, *rank) == "black").count();
    println!("{dark} of {} squares are black", board.len());
    for offset in 0..3 {
        let hits: Vec<String> = board
            .iter()
            .filter(|square| on_diagonal(offset)(square))
            .map(|(file, rank)| format!("{file}{rank}"))
            .collect();
        println!("offset {offset}: {}", hits.join(" "));
    }
}
