//~ family: E0381-initialiser-removed
use std::fmt;

struct Bar {
    height: usize,
}

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut line: String = String::new();
        for _ in 0..self.height {
            line.push('#');
        }
        write!(f, "[{line}]")
    }
}

fn tallest(bars: &[Bar]) -> usize {
    let mut best: usize = 0;
    for bar in bars {
        if bar.height > best {
            best = bar.height;
        }
    }
    best
}

fn main() {
    let bars = vec![Bar { height: 2 }, Bar { height: 5 }, Bar { height: 3 }];
    for bar in &bars {
        println!("{bar}");
    }
    println!("{} of {}", tallest(&bars), bars.len());
}
