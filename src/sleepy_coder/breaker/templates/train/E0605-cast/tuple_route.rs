//~ family: E0605-cast
//~ vary i32: i32 | i64 | f64
#[derive(Debug, Clone, PartialEq)]
struct Leg {
    dx: i32,
    dy: i32,
}

fn walk(legs: &[Leg]) -> (i32, i32) {
    let mut place = (0 as i32, 0 as i32);
    for leg in legs {
        place = (place.0 + leg.dx, place.1 + leg.dy);
    }
    place
}

fn main() {
    let legs = vec![Leg { dx: 5 as i32, dy: 0 as i32 }, Leg { dx: 1 as i32, dy: 8 as i32 }];
    let end_place = walk(&legs);
    println!("at {:?}", end_place);
    let longest = legs.iter().filter(|leg| leg.dx > leg.dy).cloned().last();
    println!("eastward {:?}", longest);
    println!("{:?}", legs);
}
