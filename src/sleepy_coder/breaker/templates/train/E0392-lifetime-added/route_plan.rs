//~ family: E0392-lifetime-added
struct Stop {
    name: String,
    minutes: u32,
}

struct Route {
    stops: Vec<Stop>,
}

fn length(route: &Route) -> u32 {
    route.stops.iter().map(|stop| stop.minutes).sum()
}

fn slowest(route: &Route) -> Option<String> {
    route.stops.iter().max_by_key(|stop| stop.minutes).map(|stop| stop.name.clone())
}

fn main() {
    let stop = |name: &str, minutes| Stop { name: name.to_string(), minutes };
    let route = Route { stops: vec![stop("quay", 4), stop("mill", 11), stop("moor", 7)] };
    println!("{} min, {}", length(&route), slowest(&route).unwrap_or_default());
}
