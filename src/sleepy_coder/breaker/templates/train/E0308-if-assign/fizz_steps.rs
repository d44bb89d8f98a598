//~ family: E0308-if-assign
//~ vary u32: u32 | i32 | u64
fn label(number: u32) -> String {
    let third = number % 3;
    let fifth = number % 5;
    if third == 0 {
        if fifth == 0 {
            return "both".to_string();
        }
        return "three".to_string();
    }
    if fifth == 0 { "five".to_string() } else { number.to_string() }
}

fn main() {
    let labels: Vec<String> = (9..16).map(label).collect();
    println!("{}", labels.join(" "));
}
