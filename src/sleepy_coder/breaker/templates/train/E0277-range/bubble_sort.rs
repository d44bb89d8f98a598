//~ family: E0277-range
//~ vary i32: i32 | u8 | f64
fn bubble(values: &mut Vec<i32>) -> usize {
    let n = values.len();
    let mut swaps = 0;
    for pass in 0..n {
        for k in 0..n - 1 - pass {
            if values[k] > values[k + 1] {
                values.swap(k, k + 1);
                swaps += 1;
            }
        }
    }
    swaps
}

fn main() {
    let mut values: Vec<i32> = vec![9 as i32, 4 as i32, 7 as i32, 2 as i32];
    let swaps = bubble(&mut values);
    println!("{:?} after {} swaps", values, swaps);
    for k in 0..values.len() {
        println!("{}: {}", k, values[k]);
    }
}
