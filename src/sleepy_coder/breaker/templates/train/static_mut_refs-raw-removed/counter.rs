//~ family: static_mut_refs-raw-removed
//~ edition: 2024
static mut COUNT: u32 = 0;

fn visit(name: &str) -> String {
    let number = unsafe {
        let count = &raw mut COUNT;
        *count += 1;
        *count
    };
    format!("{name} is visitor {number}")
}

fn reset() {
    unsafe {
        let count = &raw mut COUNT;
        *count = 0;
    }
}

fn main() {
    println!("{}", visit("Gro"));
    println!("{}", visit("Per"));
    reset();
    println!("{}", visit("Gro"));
}
