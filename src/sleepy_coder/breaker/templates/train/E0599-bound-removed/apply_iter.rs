//~ family: E0599-bound-removed
fn every_other<I: Iterator>(items: I) -> Vec<I::Item> {
    items.step_by(2).collect()
}

fn call_twice<F>(job: F) -> i32
where
    F: Fn(i32) -> i32,
{
    job(job(3))
}

fn total<T: Into<i64>>(items: Vec<T>) -> i64 {
    let mut sum = 0;
    for item in items {
        let value: i64 = item.into();
        sum += value;
    }
    sum
}

fn clamp_all<T: Ord + Copy>(items: &mut [T], low: T, high: T) {
    for item in items.iter_mut() {
        *item = (*item).clamp(low, high);
    }
}

fn main() {
    let mut heights = [4, 19, -2, 7];
    clamp_all(&mut heights, 0, 10);
    println!("{:?} {}", every_other(heights.iter()), call_twice(|x| x * x));
    println!("{}", total(vec![3u32, 8]));
}
