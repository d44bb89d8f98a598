//~ family: E0502-borrow
//~ vary i32: i32 | u32 | i64 | f64
fn extend_scores(scores: &mut Vec<i32>, extra: i32) -> i32 {
    let opening = scores[0];
    scores.push(extra);
    opening + extra
}

fn main() {
    let mut scores: Vec<i32> = vec![8 as i32, 15 as i32, 11 as i32];
    let sum = extend_scores(&mut scores, 20 as i32);
    println!("sum {}", sum);
    let leader = scores[1];
    scores.push(1 as i32);
    println!("leader {} of {:?}", leader, scores);
}
