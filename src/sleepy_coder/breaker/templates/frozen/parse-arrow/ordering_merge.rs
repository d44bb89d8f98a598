//~ family: parse-arrow
//~ vary u32: u32 | i32 | u8
use std::cmp::Ordering;

fn common(left: &[u32], right: &[u32]) -> Vec<u32> {
    let (mut i, mut j) = (0, 0);
    let mut both = vec![];
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                both.push(left[i]);
                i += 1;
                j += 1;
            }
        }
    }
    both
}

fn main() {
    println!("{:?}", common(&[2, 4, 6, 9], &[1, 4, 9, 12]));
}
