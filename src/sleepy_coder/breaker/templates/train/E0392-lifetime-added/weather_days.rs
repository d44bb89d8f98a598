//~ family: E0392-lifetime-added
#[derive(Debug, Clone, PartialEq)]
enum Sky {
    Clear,
    Cloudy { cover: u8 },
    Rain(f32),
}

#[derive(Debug, Clone)]
struct Day {
    sky: Sky,
    high: i16,
}

struct Week {
    days: [Day; 3],
    place: Box<str>,
}

fn wettest(week: Week) -> Option<Day> {
    week.days.into_iter().filter(|day| matches!(day.sky, Sky::Rain(_))).max_by_key(|day| day.high)
}

fn cloudy(days: &[Day]) -> u32 {
    days.iter().map(|day| if let Sky::Cloudy { cover } = day.sky { u32::from(cover) } else { 0 }).sum()
}

fn main() {
    let days = [
        Day { sky: Sky::Clear, high: 24 },
        Day { sky: Sky::Rain(3.5), high: 17 },
        Day { sky: Sky::Cloudy { cover: 60 }, high: 19 },
    ];
    let week = Week { days, place: "fell".into() };
    println!("{} cloudy {}", week.place, cloudy(&week.days));
    println!("{:?}", wettest(week));
}
