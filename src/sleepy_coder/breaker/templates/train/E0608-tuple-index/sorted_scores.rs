//~ family: E0608-tuple-index
fn ranking(scores: &[(&str, i32)]) -> Vec<String> {
    let mut sorted = scores.to_vec();
    sorted.sort_by(|left, right| right.1.cmp(&left.1));
    sorted.iter().map(|score| score.0.to_uppercase()).collect()
}

fn spread(scores: &[(&str, i32)]) -> i32 {
    let high = scores.iter().map(|score| score.1).max().unwrap_or(0);
    let low = scores.iter().map(|score| score.1).min().unwrap_or(0);
    high - low
}

fn main() {
    let scores = [("fox", 12), ("owl", 31), ("elk", 7)];
    println!("{:?}", ranking(&scores));
    let gap = spread(&scores);
    println!("{gap}");
}
