//~ family: parse-brace
//~ vary i32: i32 | i64
fn longest_run(values: &[i32]) -> usize {
    let mut best = 0;
    let mut start = 0;
    while start < values.len() {
        let mut end = start + 1;
        while end < values.len() && values[end] > values[end - 1] {
            end += 1;
        }
        best = best.max(end - start);
        start = end;
    }
    best
}

fn main() {
    let samples: [Vec<i32>; 2] = [vec![3, 5, 8, 2, 4], vec![9, 7]];
    for sample in &samples {
        println!("{:?} rises for {}", sample, longest_run(sample));
    }
}
