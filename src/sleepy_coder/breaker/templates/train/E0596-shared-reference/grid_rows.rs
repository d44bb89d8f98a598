//~ family: E0596-shared-reference
use std::collections::BTreeMap;

type Grid = Vec<Vec<u8>>;

fn rotate(grid: &mut Grid) {
    for row in grid.chunks_mut(2) {
        if let [first, .., last] = row {
            std::mem::swap(first, last);
        }
    }
}

fn stamp(rows: &mut [Vec<u8>], at: usize, mark: u8) -> Option<usize> {
    let row = rows.get_mut(at)?;
    row.fill(mark);
    Some(row.len())
}

fn sort_all(named: &mut BTreeMap<&str, Grid>) {
    named.values_mut().flatten().for_each(|row| row.sort());
}

fn main() {
    let mut grid: Grid = vec![vec![3, 1], vec![9], vec![0, 2, 8]];
    rotate(&mut grid);
    println!("{:?} {:?}", stamp(&mut grid, 1, 7), stamp(&mut grid, 5, 7));
    let top = grid.first_mut();
    if let Some(row) = top {
        row.insert(0, 4);
    }
    let mut named = BTreeMap::from([("a", grid.clone()), ("b", vec![])]);
    sort_all(&mut named);
    let late = named.get_mut("b").unwrap();
    late.push(vec![1]);
    for rows in named.values_mut() {
        rows.reverse();
    }
    println!("{named:?}");
}
