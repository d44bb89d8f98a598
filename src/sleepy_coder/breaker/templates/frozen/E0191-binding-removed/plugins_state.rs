//~ family: E0191-binding-removed
trait Plugin {
    type State;
    type Report;
    fn update(&mut self, tick: u32) -> Self::State;
    fn report(&self) -> Self::Report;
}

struct Heater {
    heat: u32,
}

impl Plugin for Heater {
    type State = bool;
    type Report = String;

    fn update(&mut self, tick: u32) -> bool {
        self.heat += tick;
        self.heat > 20
    }

    fn report(&self) -> String {
        format!("{} degrees", self.heat)
    }
}

fn drive(plugin: &mut dyn Plugin<State = bool, Report = String>) -> String {
    let mut ticks = 0;
    while !plugin.update(6) {
        ticks += 1;
    }
    format!("{} after {ticks}", plugin.report())
}

fn main() {
    let mut heaters = vec![Heater { heat: 1 }, Heater { heat: 14 }];
    let reports: Vec<String> =
        heaters.iter_mut().map(|heater| heater as &mut dyn Plugin<State = bool, Report = String>).map(drive).collect();
    println!("{}", reports.join(" / "));
}
