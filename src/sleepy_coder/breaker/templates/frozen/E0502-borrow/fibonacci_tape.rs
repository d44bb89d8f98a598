//~ family: E0502-borrow
//~ vary u64: u64 | u32 | i32
struct Tape {
    cells: Vec<u64>,
}

impl Tape {
    fn grow(&mut self) -> u64 {
        let size = self.cells.len();
        let before = self.cells[size - 1];
        let fresh = before + self.cells[size - 1 - 1];
        self.cells.push(fresh);
        fresh - before
    }
}

fn main() {
    let mut tape = Tape { cells: vec![1, 1] };
    for _ in 0..5 {
        print!("{} ", tape.grow());
    }
    let seed = tape.cells[0];
    tape.cells.reverse();
    println!("{} {:?}", seed, tape.cells);
}
