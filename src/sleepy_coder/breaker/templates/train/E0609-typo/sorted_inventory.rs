//~ family: E0609-typo
//~ vary u32: u32 | u16 | i64
use std::cmp::Reverse;
use std::collections::HashMap;

#[derive(Clone, Debug)]
struct Size {
    depth: u32,
    height: u32,
}

#[derive(Clone, Debug)]
struct Part {
    code: String,
    size: Size,
    stock: (u32, u32),
}

fn tallest(parts: &[Part]) -> Option<&str> {
    parts.iter().max_by_key(|part| part.size.height).map(|part| part.code.as_str())
}

fn order(parts: &mut [Part]) {
    parts.sort_by(|a, b| a.size.depth.cmp(&b.size.depth).then_with(|| b.code.cmp(&a.code)));
    if let [first, .., last] = parts {
        std::mem::swap(&mut first.stock, &mut last.stock);
    }
}

fn by_code(parts: Vec<Part>) -> HashMap<String, Part> {
    parts.into_iter().map(|part| (part.code.clone(), part)).collect()
}

fn main() {
    let part = |code: &str, depth, height| Part { code: code.to_string(), size: Size { depth, height }, stock: (4, 1) };
    let mut parts = vec![part("bolt", 2, 9), part("nut", 1, 3), part("rod", 2, 40)];
    order(&mut parts);
    println!("{:?}", tallest(&parts));
    parts.sort_by_key(|part| Reverse(part.stock.1));
    let mut index = by_code(parts);
    if let Some(rod) = index.get_mut("rod") {
        rod.stock.0 += 1;
        rod.size = Size { height: rod.size.height / 2, ..rod.size };
        println!("{} {}", rod.stock.0, rod.size.height);
    }
}
