//~ family: E0435-const-removed
trait Count {
    fn count(&self) -> String;
}

impl Count for [usize] {
    fn count(&self) -> String {
        const CHOICES: usize = 4;
        let mut table = [0u32; CHOICES];
        for choice in self {
            if let Some(cell) = table.get_mut(*choice) {
                *cell += 1;
            }
        }
        table.map(|cell| cell.to_string()).join(",")
    }
}

fn main() {
    println!("{}", [2, 0, 2, 3, 9].count());
}
