//~ family: E0594-self-ref
struct Random {
    state: u64,
}

impl Random {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.state >> 33
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        if items.is_empty() {
            return None;
        }
        let at = self.next() % items.len() as u64;
        items.get(at as usize)
    }
}

struct Walker {
    place: (i32, i32),
    random: Random,
    trail: Vec<(i32, i32)>,
}

impl Walker {
    fn step(&mut self) {
        let moves = [(0, 1), (1, 0), (0, -1), (-1, 0)];
        if let Some((dx, dy)) = self.random.pick(&moves) {
            self.place = (self.place.0 + dx, self.place.1 + dy);
        }
        self.trail.push(self.place);
    }

    fn jump(&mut self, row: i32) -> bool {
        let far = (row - self.place.1).abs() > 9;
        if !far {
            self.place.1 = row;
        }
        !far
    }
}

fn main() {
    let mut walker = Walker { place: (0, 0), random: Random { state: 42 }, trail: vec![] };
    (0..5).for_each(|_| walker.step());
    println!("{} {} {}", walker.trail.len(), walker.jump(60), walker.jump(4));
}
