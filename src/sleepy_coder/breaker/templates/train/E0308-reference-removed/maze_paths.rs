//~ family: E0308-reference-removed
//~ vary HashSet: HashSet | BTreeSet
//~ vary u32: u32 | i64 | usize
use std::collections::HashSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Point {
    x: i32,
    y: i32,
}

fn is_free(walls: &HashSet<Point>, spot: &Point) -> bool {
    spot.x >= 0 && spot.y >= 0 && !walls.contains(spot)
}

fn routes(walls: &HashSet<Point>, from: Point) -> u32 {
    if !is_free(walls, &from) {
        return 0;
    }
    if from.x == 0 && from.y == 0 {
        return 1;
    }
    let west = Point { x: from.x - 1, ..from };
    let north = Point { y: from.y - 1, ..from };
    routes(walls, west) + routes(walls, north)
}

fn main() {
    let mut walls = HashSet::new();
    walls.insert(Point { x: 1, y: 1 });
    let exit = Point { x: 1 + 1, y: 1 + 1 };
    let found = routes(&walls, exit);
    if is_free(&walls, &exit) {
        println!("{found} routes to {exit:?}");
    }
}
