//~ family: E0308-ok-method-removed
//~ vary i32: i32 | i64
struct Ladder {
    rungs: Vec<i32>,
}

impl Ladder {
    fn index_of(&self, height: i32) -> Option<usize> {
        self.rungs.binary_search(&height).ok()
    }

    fn between(&self, low: i32, high: i32) -> Option<usize> {
        match (self.index_of(low), self.index_of(high)) {
            (Some(from), Some(to)) => to.checked_sub(from),
            _ => None,
        }
    }
}

fn main() {
    let ladder = Ladder { rungs: vec![20, 45, 70, 95] };
    println!("{:?} {:?}", ladder.index_of(70), ladder.index_of(71));
    println!("{:?} {:?}", ladder.between(20, 95), ladder.between(95, 20));
    let parsed: Option<i32> = "45".parse().ok();
    println!("{:?}", parsed.and_then(|height| ladder.index_of(height)));
}
