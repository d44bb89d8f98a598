//~ family: edition-binding-modifier
//~ edition: 2024
use std::collections::HashMap;

struct Route {
    ends: (String, String),
    stops: Vec<(u16, &'static str)>,
}

fn edges(stops: &[(u16, &str)]) -> Option<u16> {
    let [(first, _), .., (last, _)] = stops else {
        return None;
    };
    Some(last - first)
}

fn second<'a>(route: &'a Route) -> &'a str {
    match &route.stops[..] {
        [_, (_, name), ..] => name,
        _ => &route.ends.1,
    }
}

fn delay(table: &mut HashMap<&str, (u16, bool)>, by: u16) {
    for (_, (minutes, late)) in table.iter_mut() {
        *minutes += by;
        *late = true;
    }
    if let Some((minutes, true)) = table.get_mut("north") {
        *minutes -= 1;
    }
}

fn main() {
    let route = Route { ends: ("Ulm".into(), "Bonn".into()), stops: vec![(10, "Ulm"), (42, "Mainz"), (95, "Bonn")] };
    let (from, to) = &route.ends;
    println!("{from}-{to} {:?} {}", edges(&route.stops), second(&route));
    let mut table = HashMap::from([("north", (5, false)), ("south", (9, false))]);
    delay(&mut table, 4);
    println!("{:?}", table.get("north"));
}
