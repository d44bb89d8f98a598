//~ family: E0133-unsafe
//~ vary u32: u32 | i64 | u64 | f64
fn total(values: &[u32]) -> u32 {
    let mut sum = 0 as u32;
    for k in 0..values.len() {
        let value = unsafe { values.get_unchecked(k) };
        sum += *value;
    }
    sum
}

unsafe fn head(values: &[u32]) -> u32 {
    *values.as_ptr()
}

fn main() {
    let values = vec![14 as u32, 27 as u32, 8 as u32];
    let opening = unsafe { head(&values) };
    println!("total {}", total(&values));
    println!("opening {}", opening);
}
