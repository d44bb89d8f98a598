//~ family: E0308-ok-method-removed
fn small(n: u64) -> Option<u8> {
    u8::try_from(n).ok()
}

fn main() {
    let c: Option<i8> = i8::try_from(200u8).ok();
    println!("{:?} {c:?} {:?}", small(9), [7u64, 900].map(small));
}
