//~ family: E0308-tail-semicolon
//~ vary u32: u32 | u64 | i64
//~ vary Pippin: Pippin | Russet | Bramley
trait Harvest {
    const SEASONS: u32;

    fn yearly(&self) -> u32;

    fn lifetime(&self) -> u32 {
        let yearly = self.yearly();
        yearly * Self::SEASONS
    }
}

struct AppleTree {
    variety: &'static str,
    branches: Vec<u32>,
}

struct Vine(u32);

impl Harvest for AppleTree {
    const SEASONS: u32 = 25;

    fn yearly(&self) -> u32 {
        self.branches.iter().map(|apples| apples / 2).sum()
    }
}

impl Harvest for Vine {
    const SEASONS: u32 = 40;

    fn yearly(&self) -> u32 {
        if self.0 > 12 { self.0 * 3 } else { self.0 }
    }
}

fn main() {
    let tree = AppleTree { variety: "Pippin", branches: vec![14, 9, 22] };
    let vine = Vine(13);
    println!("{} yields {}, vine yields {}", tree.variety, tree.lifetime(), vine.lifetime());
}
