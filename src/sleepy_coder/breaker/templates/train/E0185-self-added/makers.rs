//~ family: E0185-self-added
trait Maker {
    fn make(size: u32) -> Self;
    fn kind() -> &'static str;
    fn size(&self) -> u32;
}

struct Bowl(u32);
struct Vase {
    height: u32,
}

impl Maker for Bowl {
    fn make(size: u32) -> Bowl {
        Bowl(size * 2)
    }
    fn kind() -> &'static str {
        "bowl"
    }
    fn size(&self) -> u32 {
        self.0
    }
}

impl Maker for Vase {
    fn make(size: u32) -> Vase {
        Vase { height: size + 10 }
    }
    fn kind() -> &'static str {
        "vase"
    }
    fn size(&self) -> u32 {
        self.height
    }
}

fn show<M: Maker>(size: u32) -> String {
    format!("{} {}", M::kind(), M::make(size).size())
}

fn main() {
    println!("{}, {}", show::<Bowl>(6), show::<Vase>(6));
}
