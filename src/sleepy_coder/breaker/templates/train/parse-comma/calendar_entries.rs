//~ family: parse-comma
use std::collections::{btree_map::Entry, BTreeMap, HashSet};

type Hour = u8;

const HOLIDAYS: &[(&str, u8, bool)] = &[("harvest", 9, true), ("founding", 3, false)];

static ORDER: [Day; 3] = [Day::Mon, Day::Tue, Day::Wed];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Day {
    Mon = 1,
    Tue,
    Wed,
}

#[derive(Debug)]
struct Meeting<'t> {
    title: &'t str,
    from: Hour,
    till: Hour,
}

#[derive(Default)]
struct Calendar<'t> {
    days: BTreeMap<(Day, Hour), Meeting<'t>>,
    rooms: HashSet<String>,
}

impl<'t> Calendar<'t> {
    fn plan(&mut self, day: Day, from: Hour, title: &'t str) -> Result<&Meeting<'t>, Hour> {
        self.rooms.insert(title.replace(' ', "_"));
        match self.days.entry((day, from)) {
            Entry::Occupied(taken) => Err(taken.get().till),
            Entry::Vacant(free) => Ok(free.insert(Meeting {
                title,
                from,
                till: from.saturating_add(1),
            })),
        }
    }
}

fn main() {
    let mut calendar = Calendar::default();
    for (place, (title, from, _)) in HOLIDAYS.iter().enumerate() {
        let meeting = calendar.plan(ORDER[place % 2], *from, title);
        println!("{:?}", meeting.map(|m| (m.title, m.till - m.from)));
    }
    println!(
        "{:?} {}",
        calendar.plan(Day::Mon, 9, "again").err(),
        calendar.rooms.len()
    );
    println!(
        "{}",
        HOLIDAYS.iter().filter(|(_, _, free)| *free).count() + Day::Wed as usize
    );
}
