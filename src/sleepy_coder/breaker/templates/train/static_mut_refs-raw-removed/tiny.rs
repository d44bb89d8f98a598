//~ family: static_mut_refs-raw-removed
//~ edition: 2024
static mut N: i32 = 4;

fn main() {
    unsafe {
        let p = &raw mut N;
        *p *= 3;
        println!("{}", *p);
    }
}
