//~ family: E0608-tuple-index
type Road = (u32, u32, f64);

fn degree(roads: &[Road], town: u32) -> usize {
    let mut degree = 0;
    for road in roads {
        let touches = road.0 == town || road.1 == town;
        if touches {
            degree += 1;
        }
    }
    degree
}

fn longest(roads: &[Road]) -> f64 {
    roads.iter().map(|road| road.2).fold(0.0, f64::max)
}

fn main() {
    let roads = [(1, 2, 4.5), (2, 3, 9.25), (3, 1, 2.0), (2, 4, 7.0)];
    println!("{} {}", degree(&roads, 2), degree(&roads, 4));
    let length = longest(&roads);
    println!("{length}");
}
