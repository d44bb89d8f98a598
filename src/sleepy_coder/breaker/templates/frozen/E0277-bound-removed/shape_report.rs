//~ family: E0277-bound-removed
trait Area {
    fn area(&self) -> f64;
}

trait Named {
    fn name(&self) -> String;
}

struct Disc(f64);

impl Area for Disc {
    fn area(&self) -> f64 {
        self.0 * self.0 * 3.0
    }
}

impl Named for Disc {
    fn name(&self) -> String {
        format!("disc {}", self.0)
    }
}

fn total<T: Area>(shapes: &[T]) -> f64 {
    shapes.iter().map(Area::area).sum()
}

fn names(shapes: &[impl Named]) -> String {
    shapes.iter().map(Named::name).collect::<Vec<_>>().join(", ")
}

fn summary<T: Area + Named>(shapes: &[T]) -> String {
    format!("{:.1} in {}", total(shapes), names(shapes))
}

fn half<S: Area + Named>(shapes: &[S]) -> String {
    summary(&shapes[..shapes.len() / 2])
}

fn main() {
    println!("{}", half(&[Disc(1.0), Disc(2.0), Disc(0.5), Disc(4.0)]));
}
