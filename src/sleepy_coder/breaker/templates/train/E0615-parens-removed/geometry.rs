//~ family: E0615-parens-removed
//~ vary f64: f64 | f32
//~ vary garden: garden | terrace | courtyard
#[derive(Debug)]
struct Plot {
    label: String,
    width: f64,
    depth: f64,
}

impl Plot {
    fn area(&self) -> f64 {
        self.width * self.depth
    }

    fn perimeter(&self) -> f64 {
        2.0 * (self.width + self.depth)
    }

    fn is_square(&self) -> bool {
        (self.width - self.depth).abs() < 0.01
    }
}

fn main() {
    let plots = vec![
        Plot { label: "garden".to_string(), width: 7.5, depth: 4.0 },
        Plot { label: "stable".to_string(), width: 5.0, depth: 5.0 },
    ];
    let mut covered = 0.0;
    for plot in &plots {
        let area = plot.area();
        covered += area;
        println!("{}: {area:.1} inside {:.1} of fence", plot.label, plot.perimeter());
        if plot.is_square() {
            println!("{} is square", plot.label);
        }
    }
    println!("all together {covered:.2}");
}
