//~ family: E0015-const-removed
//~ vary i16: i16 | i32
struct Board<const SIDE: usize> {
    cells: Vec<i16>,
}

const fn area(side: usize) -> usize {
    side * side
}

impl<const SIDE: usize> Board<SIDE> {
    const CELLS: usize = area(SIDE);

    fn new(fill: i16) -> Self {
        Board { cells: vec![fill; Self::CELLS] }
    }
}

fn main() {
    let small = Board::<3>::new(4);
    let large = Board::<5>::new(1);
    println!("{} {}", small.cells.iter().sum::<i16>(), large.cells.len());
}
