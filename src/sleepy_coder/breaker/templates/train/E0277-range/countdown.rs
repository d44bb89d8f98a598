//~ family: E0277-range
//~ vary u32: u32 | i32 | u64 | i64
fn countdown(seconds: u32) -> Vec<String> {
    let mut lines = Vec::new();
    for passed in 0..seconds {
        lines.push(format!("{} to go", seconds - passed));
    }
    lines.push("lift off".to_string());
    lines
}

fn main() {
    let seconds: u32 = 4;
    for line in countdown(seconds) {
        println!("{}", line);
    }
    let mut beeps = 0;
    for second in 0..seconds {
        beeps += second;
    }
    println!("beeps {}", beeps);
}
