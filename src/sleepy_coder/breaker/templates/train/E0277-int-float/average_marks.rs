//~ family: E0277-int-float
//~ vary i32: i32 | u32 | i64 | u8
//~ vary sqrt: sqrt | abs | floor
fn mean(marks: &[i32]) -> Option<f64> {
    if marks.is_empty() {
        return None;
    }
    let mut total = 0.0;
    for mark in marks {
        let value = *mark;
        total += value as f64 * 1.0;
    }
    let n = marks.len();
    Some(total / n as f64)
}

fn spread(marks: &[i32]) -> Option<f64> {
    let centre = mean(marks)?;
    let squares: f64 = marks.iter().map(|&mark| (mark as f64 - centre).powi(2)).sum();
    Some(squares.sqrt())
}

fn main() {
    let marks = [12, 15, 9, 18];
    println!("{:?} {:?}", mean(&marks), spread(&marks));
    println!("{:?}", mean(&[]));
}
