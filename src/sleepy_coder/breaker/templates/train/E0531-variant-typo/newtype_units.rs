//~ family: E0531-variant-typo
//~ vary f64: f64 | f32
#[derive(Clone, Copy, Debug)]
struct Metres(f64);
struct Walk(Vec<Metres>);

fn longest(walk: &Walk) -> Option<f64> {
    let Walk(legs) = walk;
    let mut best = None;
    for Metres(length) in legs {
        match best {
            Some(so_far) if so_far >= *length => {}
            _ => best = Some(*length),
        }
    }
    best
}

fn main() {
    let walk = Walk(vec![Metres(120.5), Metres(310.0), Metres(90.25)]);
    let Metres(first) = walk.0[0];
    println!("{:?} {}", longest(&walk), first);
}
