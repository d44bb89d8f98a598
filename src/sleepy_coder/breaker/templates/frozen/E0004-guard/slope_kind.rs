//~ family: E0004-guard
#[derive(Clone, Copy)]
struct Segment {
    run: f64,
    rise: f64,
}

fn slope(segment: Segment) -> Option<f64> {
    match segment {
        Segment { run, .. } if run == 0.0 => None,
        Segment { run, rise } => Some(rise / run),
    }
}

fn steep(value: f64) -> bool {
    match value {
        value if value >= 1.5 => true,
        _ => false,
    }
}

fn main() {
    for (run, rise) in [(4.0, 1.0), (0.0, 3.0), (2.0, 5.0)] {
        let value = slope(Segment { run, rise });
        println!("{value:?} {:?}", value.map(steep));
    }
}
