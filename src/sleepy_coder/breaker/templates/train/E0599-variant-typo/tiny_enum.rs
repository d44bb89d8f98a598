//~ family: E0599-variant-typo
#[derive(Debug)]
enum Way {
    North,
    South,
}

fn main() {
    let w = Way::South;
    let v = Way::North;
    println!("{w:?} {v:?}");
}
