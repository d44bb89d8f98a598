//~ family: parse-and
//~ vary i32: i32 | isize
struct Field {
    side: i32,
    mines: Vec<(i32, i32)>,
}

impl Field {
    fn inside(&self, x: i32, y: i32) -> bool {
        x >= 0 && x < self.side && y >= 0 && y < self.side
    }

    fn around(&self, x: i32, y: i32) -> usize {
        let mut found = 0;
        for dx in -1..=1 {
            for dy in -1..=1 {
                let (nx, ny) = (x + dx, y + dy);
                if (dx != 0 || dy != 0) && self.inside(nx, ny) && self.mines.contains(&(nx, ny)) {
                    found += 1;
                }
            }
        }
        found
    }
}

fn main() {
    let field = Field { side: 4, mines: vec![(0, 1), (1, 1), (3, 3)] };
    println!("{} {} {}", field.around(0, 0), field.around(2, 2), field.around(1, 1));
}
