//~ family: E0604-char-cast
enum Shade {
    Digit(u32),
    Letter(i32),
    Dot,
}

fn draw(shade: &Shade) -> char {
    match shade {
        Shade::Digit(value) => (value % 10 + 48) as u8 as char,
        Shade::Letter(value) => {
            let code = value.rem_euclid(26) + 65;
            code as u8 as char
        }
        Shade::Dot => '.',
    }
}

fn main() {
    let row = [Shade::Digit(7), Shade::Dot, Shade::Letter(-3), Shade::Digit(12)];
    let line: String = row.iter().map(draw).collect();
    println!("[{line}]");
}
