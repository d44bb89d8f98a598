//~ family: E0308-else-type
//~ vary i32: i32 | i64 | u32
fn half(value: i32) -> Option<i32> {
    let result = if value % 2 == 1 { None } else { Some(value / 2) };
    result
}

fn chain(value: i32) -> usize {
    let mut steps = 0;
    let mut current = Some(value);
    while let Some(number) = current {
        let next = if number == 0 { None } else { half(number) };
        steps += 1;
        current = next;
    }
    steps
}

fn main() {
    println!("{:?} {:?}", half(12), half(7));
    println!("{} {}", chain(8), chain(10));
    let top = if chain(6) > 5 { None } else { Some("short") };
    println!("{}", top.unwrap_or("long"));
}
