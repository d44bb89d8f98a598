//~ family: E0308-some-removed
//~ vary i32: i32 | i64
//~ vary lobby: lobby | foyer | atrium
struct Elevator {
    floor: i32,
    requests: Vec<i32>,
}

impl Elevator {
    fn next_stop(&self) -> Option<i32> {
        let mut nearest = None;
        let mut shortest = i32::MAX;
        for request in &self.requests {
            let distance = (request - self.floor).abs();
            if distance < shortest {
                shortest = distance;
                nearest = Some(*request);
            }
        }
        nearest
    }

    fn travel(&mut self) -> Option<String> {
        let stop = self.next_stop()?;
        self.requests.retain(|request| *request != stop);
        let direction = if stop >= self.floor { "up" } else { "down" };
        self.floor = stop;
        Some(format!("{direction} to {stop}"))
    }
}

fn main() {
    let mut cabin = Elevator { floor: 4, requests: vec![9, 2, 5, 5, 0] };
    while let Some(movement) = cabin.travel() {
        println!("{movement}");
    }
    println!("resting near the lobby: {}", cabin.floor == 0);
}
