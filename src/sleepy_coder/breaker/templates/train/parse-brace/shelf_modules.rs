//~ family: parse-brace
//~ vary u32: u32 | u64 | i32
mod shelf {
    pub enum Size {
        Small,
        Large,
    }

    pub fn width(size: &Size) -> u32 {
        match size {
            Size::Small => 30,
            Size::Large => 80,
        }
    }
}

mod wall {
    use super::shelf::{Size, width};

    pub fn fits(total: u32, sizes: &[Size]) -> bool {
        let used: u32 = sizes.iter().map(width).sum();
        used <= total
    }
}

fn main() {
    let plan = vec![shelf::Size::Small, shelf::Size::Large, shelf::Size::Small];
    for total in [100, 140, 200] {
        if wall::fits(total, &plan) {
            println!("{total} is enough");
        } else {
            println!("{total} is too narrow");
        }
    }
}
