//~ family: E0614-deref
//~ vary u32: u32 | i32 | u64 | f64
struct Field {
    width: u32,
    depth: u32,
}

fn around(field: &Field) -> u32 {
    field.width + field.depth + field.width + field.depth
}

fn cost(metres: u32, price: u32) -> u32 {
    let posts = metres + price;
    posts + metres * price
}

fn main() {
    let field = Field { width: 30 as u32, depth: 18 as u32 };
    let metres = around(&field);
    println!("fence {} m", metres);
    println!("cost {}", cost(metres, 7 as u32));
}
