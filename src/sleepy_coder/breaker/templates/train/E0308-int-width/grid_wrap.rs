//~ family: E0308-int-width
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Spot(i32, i32);

struct World {
    width: usize,
    cells: Vec<u8>,
}

impl World {
    fn spot(&self, index: usize) -> Spot {
        Spot((index % self.width) as i32, (index / self.width) as i32)
    }

    fn index(&self, Spot(x, y): Spot) -> Option<usize> {
        let x = usize::try_from(x).ok()?;
        let rows: i32 = self.rows() as i32;
        (y < rows && x < self.width).then(|| y as usize * self.width + x)
    }

    fn rows(&self) -> usize {
        self.cells.len() / self.width
    }

    fn energy(&self) -> u64 {
        let mut total: u64 = 0;
        for cell in &self.cells {
            let scaled: u64 = (*cell).into();
            total += scaled.pow(self.width as u32);
        }
        total
    }
}

fn main() {
    let world = World { width: 3, cells: vec![1, 0, 4, 2, 2, 9] };
    let spot = world.spot(5);
    println!("{:?} {:?} {}", spot, world.index(spot), world.energy());
    println!("{:?}", world.index(Spot(-1, 0)));
}
