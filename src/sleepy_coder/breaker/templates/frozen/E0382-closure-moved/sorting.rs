//~ family: E0382-closure-moved
#[derive(Debug, Clone)]
struct Team {
    city: String,
    points: u8,
}

fn ranked(mut teams: Vec<Team>, favourites: Vec<&str>) -> Vec<Team> {
    teams.sort_by_key(|team| (!favourites.contains(&team.city.as_str()), 100 - team.points));
    println!("favourites first: {}", favourites.join("+"));
    teams
}

fn main() {
    let teams = vec![
        Team { city: "Bern".into(), points: 30 },
        Team { city: "Genoa".into(), points: 55 },
        Team { city: "Split".into(), points: 12 },
    ];
    let ranked = ranked(teams, vec!["Split"]);
    let width = ranked.iter().map(|team| team.city.len()).max().unwrap_or(0);
    let row = |place: usize| format!("{:>width$} {}", ranked[place].city, ranked[place].points);
    println!("{}", row(0));
    println!("{} of {}", row(1), ranked.len());
}
