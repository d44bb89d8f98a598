//~ family: E0277-compare-reference
struct Floor {
    tiles: Vec<u32>,
}

impl Floor {
    fn broken(&self) -> usize {
        self.tiles.iter().filter(|tile| **tile == 0).count()
    }

    fn find(&self, kind: u32) -> Option<usize> {
        for (place, tile) in self.tiles.iter().enumerate() {
            if *tile == kind {
                return Some(place);
            }
        }
        None
    }
}

fn main() {
    let floor = Floor { tiles: vec![4, 0, 7, 0, 9] };
    println!("{} {:?} {:?}", floor.broken(), floor.find(7), floor.find(8));
}
