//~ family: E0004-range-end
fn grade(points: u8) -> char {
    match points {
        0..=49 => 'F',
        50..=69 => 'C',
        70..=89 => 'B',
        90..=255 => 'A',
    }
}

fn passed(points: &[u8]) -> usize {
    points.iter().filter(|points| grade(**points) != 'F').count()
}

fn main() {
    let points = [49, 50, 69, 89, 90];
    let grades: String = points.iter().map(|points| grade(*points)).collect();
    println!("{grades} {}", passed(&points));
}
