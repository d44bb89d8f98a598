//~ family: edition-unsafe-attribute
//~ edition: 2024
#[unsafe(no_mangle)]
pub static LIMIT_OF: i32 = 5;
#[unsafe(export_name = "under_limit")]
pub fn under(n: i32) -> bool {
    n < LIMIT_OF
}
fn main() {
    println!("{} {}", LIMIT_OF, under(3));
}
