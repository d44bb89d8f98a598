//~ family: E0608-tuple-index
fn dot(left: &[i32], right: &[i32]) -> i32 {
    let mut sum = 0;
    for both in left.iter().zip(right) {
        sum += both.0 * both.1;
    }
    sum
}

fn runs(text: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for letter in text.chars() {
        match runs.last_mut() {
            Some(run) if run.0 == letter => run.1 += 1,
            _ => runs.push((letter, 1)),
        }
    }
    runs
}

fn main() {
    println!("{}", dot(&[2, 5, 1], &[4, 0, 7]));
    println!("{:?}", runs("aabccc"));
}
