//~ family: edition-unsafe-attribute
//~ edition: 2024
#[unsafe(no_mangle)]
pub extern "C" fn twice(n: i32) -> i32 {
    n * 2
}

fn main() {
    println!("{}", twice(21));
}
