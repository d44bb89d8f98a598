//~ family: E0434-closure-removed
//~ vary usize: usize | u32
fn select(names: &[&str], letter: char) -> Vec<String> {
    let starts = |name: &str| -> bool { name.starts_with(letter) };
    names.iter().filter(|name| starts(name)).map(|name| name.to_uppercase()).collect()
}

fn longer(names: &[&str], least: usize) -> usize {
    let long = |name: &str| -> bool { name.chars().count() as usize > least };
    let mut count = 0;
    for name in names {
        if long(name) {
            count += 1;
        }
    }
    count
}

fn main() {
    let names = ["bram", "anouk", "bo", "casimir"];
    println!("{:?} {}", select(&names, 'b'), longer(&names, 4));
}
