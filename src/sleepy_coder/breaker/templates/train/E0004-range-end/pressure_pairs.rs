//~ family: E0004-range-end
fn advice(pressure: (u8, i8)) -> String {
    let text = match pressure {
        (0..=99, i8::MIN..=-1) => "low and falling",
        (0..=99, 0..=127) => "low and rising",
        (100..=255, i8::MIN..=-1) => "high and falling",
        (100..=255, 0..=127) => "high and rising",
    };
    text.to_string()
}

fn main() {
    for pressure in [(99, -1), (99, 127), (100, -1), (255, 127)] {
        println!("{}", advice(pressure));
    }
}
