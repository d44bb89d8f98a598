//~ family: E0308-deref-removed
//~ vary i32: i32 | i64 | i16
#[derive(Clone, Copy, Debug, PartialEq)]
enum Trend {
    Up(i32),
    Down(i32),
    Flat,
}

fn trend(pair: (&i32, &i32)) -> Trend {
    let (before, after) = pair;
    match after - before {
        0 => Trend::Flat,
        rise if rise > 0 => Trend::Up(*after),
        _ => Trend::Down(*after),
    }
}

fn lowest<'a>(values: impl Iterator<Item = &'a i32>, start: &'a i32) -> i32 {
    let mut low = start;
    for value in values {
        if value < low {
            low = value;
        }
    }
    *low
}

fn strongest(trends: &[Trend]) -> Trend {
    let mut found = Trend::Flat;
    for trend in trends {
        found = match (found, trend) {
            (Trend::Up(old), Trend::Up(new)) if *new > old => Trend::Up(*new),
            (Trend::Flat, other) => *other,
            (kept, _) => kept,
        };
    }
    found
}

fn main() {
    let values = [4, 9, 9, 2, 30];
    let trends: Vec<Trend> = values.iter().zip(&values[1..]).map(trend).collect();
    println!("{trends:?} {:?} {}", strongest(&trends), lowest(values.iter(), &7));
}
