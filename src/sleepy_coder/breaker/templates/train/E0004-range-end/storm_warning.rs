//~ family: E0004-range-end
//~ vary u32: u32 | u64 | u16
#[derive(Debug)]
enum Warning {
    Green,
    Yellow,
    Red(u32),
}

struct Forecast {
    wind: u32,
    hours: Option<u8>,
}

fn warning(forecast: &Forecast) -> Warning {
    match forecast.wind {
        0..=40 => Warning::Green,
        41..=75 => Warning::Yellow,
        wind @ 76.. => Warning::Red(wind - 75),
    }
}

fn notice(forecast: &Forecast) -> &'static str {
    match forecast.hours {
        None => "unknown",
        Some(0..=5) => "soon",
        Some(6..=255) => "later",
    }
}

fn main() {
    for (wind, hours) in [(40, Some(5)), (75, Some(6)), (120, None)] {
        let forecast = Forecast { wind, hours };
        println!("{:?} {}", warning(&forecast), notice(&forecast));
    }
}
