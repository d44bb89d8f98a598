//~ family: E0425-type-typo
struct Pt {
    x: i32,
    y: i32,
}
fn flip(p: Pt) -> Pt {
    Pt { x: p.y, y: p.x }
}
fn main() {
    let p: Pt = flip(Pt { x: 1, y: 2 });
    println!("{} {}", p.x, p.y);
}
