//~ family: parse-keyword
//~ vary u32: u32 | u64 | i32
struct R(u32, u32);
impl R {
    fn area(&self) -> u32 {
        self.0 * self.1
    }
}
fn main() {
    let r = R(3, 4);
    let mut t = r.area();
    t += 1;
    println!("{t}");
}
