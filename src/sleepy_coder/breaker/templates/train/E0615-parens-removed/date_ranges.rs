//~ family: E0615-parens-removed
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Day(u16);

struct Period {
    from: Day,
    until: Option<Day>,
}

impl Day {
    fn month(self) -> u16 {
        self.0 / 31 + 1
    }

    fn following(self) -> Option<Day> {
        let next = self.0.checked_add(1)?;
        Some(Day(next))
    }
}

impl Period {
    fn end(&self) -> Day {
        self.until.unwrap_or(self.from)
    }

    fn label(&self) -> String {
        if self.until.is_none() {
            return format!("from month {}", self.from.month());
        }
        let mut text = self.from.month().to_string();
        text.push('-');
        text += &self.end().month().to_string();
        text
    }
}

fn gaps(periods: &[Period]) -> usize {
    periods
        .windows(2)
        .filter(|pair| match pair[0].end().following() {
            Some(day) => day < pair[1].from,
            None => false,
        })
        .count()
}

fn main() {
    let periods = [Period { from: Day(4), until: Some(Day(60)) }, Period { from: Day(80), until: None }];
    let labels: Vec<String> = periods.iter().map(Period::label).collect();
    println!("{labels:?} {}", gaps(&periods));
}
