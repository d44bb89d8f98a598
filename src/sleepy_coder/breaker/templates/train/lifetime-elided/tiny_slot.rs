//~ family: lifetime-elided
//~ vary i32: i32 | u64 | f64
struct S(usize);
impl S {
    fn at<'a>(&self, v: &'a [i32]) -> Option<&'a i32> {
        v.get(self.0)
    }
    fn rest<'a>(&self, v: &'a [i32]) -> &'a [i32] {
        v.get(self.0..).unwrap_or(v)
    }
}
fn main() {
    let v = [4 as i32, 9 as i32];
    println!("{:?} {:?}", S(1).at(&v), S(3).rest(&v));
}
