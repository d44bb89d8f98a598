//~ family: E0618-call
//~ vary i64: i64 | i32 | u32
fn load<I>(weights: I, capacity: i64) -> (usize, i64)
where
    I: IntoIterator<Item = i64>,
{
    let mut aboard = 0;
    let mut heavy = 0;
    for weight in weights {
        let together = heavy + weight;
        if together > capacity {
            break;
        }
        heavy = together;
        aboard += 1;
    }
    (aboard, heavy)
}

fn main() {
    let queue = vec![12, 9, 31, 7];
    let capacity = 55;
    let (aboard, heavy) = load(queue, capacity);
    println!("{} cars, {} tonnes", aboard, heavy);
    println!("room {}", capacity - heavy);
}
