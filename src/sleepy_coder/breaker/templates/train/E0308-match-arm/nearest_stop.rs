//~ family: E0308-match-arm
//~ vary u32: u32 | i32 | f64
struct Stop {
    name: &'static str,
    at: u32,
}

fn nearest(stops: &[Stop], at: u32) -> Option<&'static str> {
    let before = match stops.iter().rev().find(|stop| stop.at <= at) {
        None => None,
        Some(stop) => Some(stop.name),
    };
    before.or_else(|| stops.first().map(|stop| stop.name))
}

fn main() {
    let stops = [Stop { name: "mill", at: 10 as u32 }, Stop { name: "ford", at: 25 as u32 }];
    for at in [5, 12, 40] {
        println!("{:?}", nearest(&stops, at as u32));
    }
}
