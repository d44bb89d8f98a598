//~ family: parse-increment
fn histogram(rolls: &[usize]) -> [u8; 6] {
    let mut counts = [0; 6];
    for roll in rolls {
        counts[roll - 1] += 1;
    }
    counts
}

fn main() {
    let rolls = [3, 6, 6, 1, 3, 6];
    let counts = histogram(&rolls);
    let mut kinds = 0;
    for count in counts {
        if count > 0 {
            kinds += 1;
        }
    }
    println!("{counts:?} {kinds}");
}
