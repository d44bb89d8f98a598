//~ family: parse-comma
struct R {
    w: u32,
    h: u32,
}
fn fit(r: &R, max: u32) -> (u32, u32) {
    (r.w.min(max), r.h.clamp(1, max))
}
fn main() {
    let v = vec![R { w: 9, h: 4 }, R { w: 2, h: 7 }];
    v.iter().map(|r| fit(r, 5)).for_each(|(w, h)| println!("{}x{}", w, h));
}
