//~ family: E0404-not-a-trait
trait Named {
    fn name(&self) -> String;
}

trait Ranked: Named + PartialOrd {
    type Score: Into<f64>;

    fn score(&self) -> Self::Score;
    fn row(&self) -> String {
        format!("{} {:.1}", self.name(), self.score().into())
    }
}

#[derive(PartialEq, PartialOrd)]
struct Team {
    points: i32,
    city: &'static str,
}

impl Named for Team {
    fn name(&self) -> String {
        self.city.to_string()
    }
}

impl Ranked for Team {
    type Score = i32;

    fn score(&self) -> i32 {
        self.points
    }
}

fn best<R>(all: &[R]) -> Option<&R>
where
    R: Ranked,
{
    let mut best = all.first()?;
    for one in all {
        if one > best {
            best = one;
        }
    }
    Some(best)
}

fn main() {
    let teams = [Team { points: 4, city: "Bergen" }, Team { points: 19, city: "Turku" }];
    if let Some(team) = best(&teams) {
        println!("{}", team.row());
    }
}
