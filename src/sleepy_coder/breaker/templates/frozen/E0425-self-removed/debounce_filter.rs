//~ family: E0425-self-removed
//~ vary f32: f32 | f64
//~ vary knock: knock | clap | ring
struct Debounce {
    threshold: f32,
    quiet_for: u32,
    armed: bool,
}

impl Debounce {
    fn sample(&mut self, volume: f32) -> Option<&'static str> {
        if volume < self.threshold {
            self.quiet_for += 1;
            return None;
        }
        let waited = self.quiet_for;
        self.quiet_for = 0;
        match (self.armed, waited > 1) {
            (true, true) => Some("knock"),
            (true, false) => Some("echo"),
            (false, _) => None,
        }
    }
}

impl Drop for Debounce {
    fn drop(&mut self) {
        let state = if self.armed { "armed" } else { "off" };
        println!("closed while {state}");
    }
}

fn main() {
    let mut filter = Debounce { threshold: 0.5, quiet_for: 2, armed: true };
    for volume in [0.7, 0.6, 0.1, 0.2, 0.9] {
        if let Some(sound) = filter.sample(volume) {
            println!("{volume}: {sound}");
        }
    }
}
