//~ family: E0782-dyn-removed
//~ vary disc: disc | plate | wheel
use std::rc::Rc;

trait Surface {
    fn extent(&self) -> f64;
    fn title(&self) -> String {
        format!("{:.1} square units", self.extent())
    }
}

struct Disc(f64);
struct Sheet(f64, f64);

impl Surface for Disc {
    fn extent(&self) -> f64 {
        self.0 * self.0 * 3.14
    }
}

impl Surface for Sheet {
    fn extent(&self) -> f64 {
        self.0 * self.1
    }
}

fn build(order: &str) -> Option<Rc<dyn Surface>> {
    match order {
        "disc" => Some(Rc::new(Disc(1.5))),
        "sheet" => Some(Rc::new(Sheet(2.0, 4.5))),
        _ => None,
    }
}

fn main() {
    let built: Vec<_> = ["disc", "sheet", "prism"].into_iter().filter_map(build).collect();
    println!("{} surfaces, biggest first is {}", built.len(), built.iter().any(|it| it.extent() > 9.0));
    built.iter().for_each(|surface| println!("{}", surface.title()));
}
