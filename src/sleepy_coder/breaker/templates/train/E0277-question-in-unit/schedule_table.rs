//~ family: E0277-question-in-unit
use std::collections::BTreeMap;
use std::num::ParseIntError;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Time {
    hour: u8,
    minute: u8,
}

impl std::str::FromStr for Time {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (hour, minute) = text.split_at(2);
        Ok(Time { hour: hour.parse()?, minute: minute.parse()? })
    }
}

struct Schedule<'a> {
    stops: BTreeMap<Time, &'a str>,
}

impl<'a> Schedule<'a> {
    fn read(lines: &'a [&'a str]) -> Self {
        let mut stops = BTreeMap::new();
        for line in lines {
            let (time, stop) = line.split_once(' ').expect("a time and a stop");
            stops.insert(time.parse().unwrap(), stop);
        }
        Schedule { stops }
    }

    fn first(&self) -> &'a str {
        let (time, stop) = self.stops.iter().next().unwrap();
        if time.hour < 6 {
            "night bus"
        } else {
            stop
        }
    }

    fn remove(&mut self, time: Time) -> usize {
        self.stops.remove(&time).expect("a known time").len()
    }
}

fn main() {
    let lines = ["0715 mill", "0640 harbor"];
    let mut schedule = Schedule::read(&lines);
    println!("{}", schedule.first());
    println!("{} {}", schedule.remove(Time { hour: 7, minute: 15 }), schedule.stops.len());
}
