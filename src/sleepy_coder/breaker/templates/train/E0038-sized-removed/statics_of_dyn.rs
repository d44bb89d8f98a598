//~ family: E0038-sized-removed
trait Format: Sync {
    fn render(&self, value: f64) -> String;
    fn with_unit(&self, value: f64, unit: impl AsRef<str>) -> String
    where
        Self: Sized,
    {
        self.render(value) + unit.as_ref()
    }
    fn digits() -> usize
    where
        Self: Sized;
}

struct Plain;
struct Percent {
    places: usize,
}

impl Format for Plain {
    fn render(&self, value: f64) -> String {
        value.to_string()
    }
    fn digits() -> usize {
        6
    }
}

impl Format for Percent {
    fn render(&self, value: f64) -> String {
        format!("{:.*}%", self.places, value * 100.0)
    }
    fn digits() -> usize {
        Plain::digits() / 2
    }
}

fn main() {
    static TABLE: [&dyn Format; 2] = [&Percent { places: 0 }, &Percent { places: 1 }];
    for format in TABLE {
        println!("{}", format.render(0.125));
    }
    println!("{} {}", Percent::digits(), Plain.with_unit(2.5, "kg"));
}
