//~ family: parse-keyword
use std::cell::Cell;
use std::thread::LocalKey;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

struct Scope<'n>(&'n str);

fn enter(name: &str) -> Scope<'_> {
    let depth = DEPTH.with(|depth| depth.replace(depth.get() + 1));
    println!("{:depth$}> {name}", "");
    Scope(name)
}

impl Drop for Scope<'_> {
    fn drop(&mut self) {
        let before: usize = DEPTH.get() - 1;
        DEPTH.set(before);
        println!("{:before$}< {}", "", self.0);
    }
}

extern "C" fn doubled(number: i32) -> i32 {
    number.wrapping_shl(1)
}

fn measure<T>(key: &'static LocalKey<Cell<T>>, mut each: impl FnMut(T)) -> usize
where
    T: Copy,
{
    let mut seen = 0usize;
    while seen < 2 {
        let value = key.get();
        each(value);
        seen += 1;
    }
    seen
}

fn main() {
    let outer = enter("load");
    let count = {
        let inner = enter("parse");
        let mut total = 0;
        let seen = measure(&DEPTH, |depth| total += depth);
        drop(inner);
        total + seen
    };
    drop(outer);
    println!("{count} {}", doubled(21));
}
