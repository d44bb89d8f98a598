//~ family: E0277-range
//~ vary i64: i64 | u32 | usize
fn steps<F>(height: i64, draw: F) -> String
where
    F: Fn(i64) -> String,
{
    let mut text = String::new();
    for level in 0..height {
        if level > 0 {
            text += "|";
        }
        text += &draw(level);
    }
    text
}

fn main() {
    let height: i64 = 5;
    let marks = steps(height, |level| "=".repeat(level as usize));
    println!("{}", marks);
    let numbers = steps(height, |level| (level * level).to_string());
    println!("{}", numbers);
}
