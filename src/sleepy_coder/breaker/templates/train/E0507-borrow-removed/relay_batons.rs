//~ family: E0507-borrow-removed
//~ vary cyan: cyan | gold | lilac
use std::collections::BTreeMap;
use std::rc::Rc;

struct Team {
    runners: Vec<String>,
    sponsor: Rc<String>,
}

fn anchor(teams: &BTreeMap<String, Team>, color: &str) -> Option<String> {
    let team = teams.get(color)?;
    let runner = &team.runners[team.runners.len().checked_sub(1)?];
    Some(format!("{runner} of {}", team.sponsor))
}

fn banner(team: &Team) -> String {
    let sponsor = team.sponsor.as_ref().clone();
    let mut initials = String::new();
    for runner in &team.runners {
        initials.extend(runner.chars().take(1));
    }
    sponsor + " " + &initials
}

fn main() {
    let sponsor = Rc::new("Acme".to_string());
    let mut teams = BTreeMap::new();
    for (color, roster) in [("cyan", "Uma Bo Kit"), ("pink", "Raj Lu")] {
        let runners = roster.split(' ').map(String::from).collect();
        teams.insert(color.to_string(), Team { runners, sponsor: Rc::clone(&sponsor) });
    }
    println!("{:?} and {:?}", anchor(&teams, "cyan"), anchor(&teams, "grey"));
    teams.values().for_each(|team| println!("{}", banner(team)));
}
