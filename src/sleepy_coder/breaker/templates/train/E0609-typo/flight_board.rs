//~ family: E0609-typo
//~ vary u32: u32 | i32 | i64
//~ vary Nairobi: Nairobi | Helsinki | Montevideo
#[derive(Debug, Clone, PartialEq)]
struct Flight {
    destination: String,
    minutes: u32,
    delayed: bool,
}

fn departures(flights: &[Flight], now: u32) -> Vec<String> {
    let mut upcoming: Vec<&Flight> = flights.iter().filter(|flight| flight.minutes >= now).collect();
    upcoming.sort_by_key(|flight| flight.minutes);
    upcoming
        .into_iter()
        .map(|flight| {
            let mark = if flight.delayed { "*" } else { "" };
            let label = flight.destination.clone() + mark;
            label
        })
        .collect()
}

fn postpone(flight: &mut Flight, extra: u32) {
    flight.minutes += extra;
    flight.delayed = true;
}

fn main() {
    let mut flights = vec![
        Flight { destination: "Nairobi".to_string(), minutes: 45, delayed: false },
        Flight { destination: "Lima".to_string(), minutes: 20, delayed: false },
    ];
    if let Some(last) = flights.last_mut() {
        postpone(last, 30);
    }
    println!("{}", departures(&flights, 10).join(" | "));
}
