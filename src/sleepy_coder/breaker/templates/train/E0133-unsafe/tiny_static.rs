//~ family: E0133-unsafe
static mut N: u8 = 3;

unsafe fn f(n: u8) -> u8 {
    n + 1
}

fn main() {
    let a = unsafe { f(4) };
    let n = unsafe { N };
    if unsafe { f(n) } > 2 {
        println!("{a}");
    }
}
