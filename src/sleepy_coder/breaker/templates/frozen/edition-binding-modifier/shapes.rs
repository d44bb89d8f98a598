//~ family: edition-binding-modifier
//~ edition: 2024
use std::fmt;

enum Path {
    Line([(i32, i32); 2]),
    Arc { centre: (i32, i32), radius: u32 },
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Line([start, end]) => write!(f, "{start:?} -> {end:?}"),
            Path::Arc { centre: (x, y), radius } => write!(f, "({x}, {y}) r {radius}"),
        }
    }
}

fn widest(paths: &[Path]) -> u32 {
    let mut widest = 0;
    for path in paths {
        if let Path::Arc { radius, .. } = path {
            widest = widest.max(*radius);
        }
    }
    widest
}

fn main() {
    let paths = [Path::Line([(0, 1), (5, 8)]), Path::Arc { centre: (4, 4), radius: 12 }];
    for path in &paths {
        println!("{path}");
    }
    println!("{}", widest(&paths));
}
