//~ family: E0392-lifetime-added
//~ vary f64: f64 | f32
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Sample(pub u64, pub f64);

#[derive(Default)]
struct Window {
    kept: Vec<(u64, f64)>,
    span: u64,
}

#[must_use]
enum Trend {
    Flat,
    Rising { by: f64 },
    Falling { by: f64 },
}

fn window(span: u64, kept: &[(u64, f64)]) -> Window {
    Window { kept: kept.to_vec(), span }
}

fn admit(window: &mut Window, Sample(at, value): Sample) -> usize {
    let oldest = at.saturating_sub(window.span);
    window.kept.retain(|(time, _)| *time >= oldest);
    window.kept.push((at, value));
    window.kept.len()
}

fn trend(window: &Window) -> Trend {
    let (Some((_, first)), Some((_, last))) = (window.kept.first(), window.kept.last()) else {
        return Trend::Flat;
    };
    let by = last - first;
    if by.abs() < 0.1 {
        Trend::Flat
    } else if by > 0.0 {
        Trend::Rising { by }
    } else {
        Trend::Falling { by: -by }
    }
}

fn main() {
    let mut window = window(20, &[(1, 0.5)]);
    for sample in [Sample(5, 1.5), Sample(30, 4.0), Sample(44, 1.25)] {
        let size = admit(&mut window, sample);
        match trend(&window) {
            Trend::Flat => println!("{size}: flat"),
            Trend::Rising { by } | Trend::Falling { by } => println!("{size}: {by:.1}"),
        }
    }
}
