//~ family: E0384-mut-removed
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Reading(f64);

impl Reading {
    fn clamp_to(mut self, limit: Reading) -> Self {
        if self > limit {
            self = limit;
        }
        self
    }
}

fn extremes(readings: &[Reading]) -> Option<(Reading, Reading)> {
    let (first, rest) = readings.split_first()?;
    let (mut low, mut high) = (*first, *first);
    for reading in rest {
        if *reading < low {
            low = *reading;
        } else if *reading > high {
            high = *reading;
        }
    }
    Some((low, high))
}

fn settle<F: Fn(f64) -> f64>(start: f64, improve: F) -> f64 {
    let mut guess = start;
    for mut left in (0..3).rev() {
        guess = improve(guess);
        left -= 1;
        if left < 0 {
            break;
        }
    }
    guess
}

fn fibonacci() -> impl Iterator<Item = u32> {
    let mut pair = (0, 1);
    std::iter::from_fn(move || {
        pair = (pair.1, pair.0 + pair.1);
        Some(pair.0)
    })
}

fn main() {
    let readings = [Reading(3.5), Reading(9.0), Reading(1.25)];
    println!("{:?} {:?}", extremes(&readings), readings[1].clamp_to(Reading(5.0)));
    println!("{} {:?}", settle(9.0, |guess| (guess + 9.0 / guess) / 2.0), fibonacci().take(4).collect::<Vec<_>>());
}
