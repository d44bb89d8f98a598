//~ family: E0268-break
use std::ops::ControlFlow;

struct Ranges {
    starts: Vec<u32>,
    step: u32,
}

impl Ranges {
    fn index(&self, value: u32) -> usize {
        match self.starts.binary_search(&value) {
            Ok(at) => return at + 1,
            Err(0) => return 0,
            Err(at) => {
                let start = self.starts[at - 1];
                if value - start < self.step {
                    at
                } else {
                    0
                }
            }
        }
    }

    fn from_text(text: &str) -> Option<Self> {
        let (head, tail) = text.split_once('/')?;
        let step = match tail.parse() {
            Ok(step) => step,
            Err(_) => return None,
        };
        let starts: Vec<u32> = head.split(',').map_while(|part| part.parse().ok()).collect();
        if !starts.is_sorted() {
            return None;
        }
        Some(Ranges { starts, step })
    }
}

fn until(values: &[u32], stop: u32) -> ControlFlow<u32, usize> {
    let Some(at) = values.iter().position(|value| *value == stop) else {
        return ControlFlow::Continue(values.len());
    };
    ControlFlow::Break(values[..at].iter().sum())
}

fn main() {
    for text in ["3,10,40/5", "9,1/2", "3/x", "5"] {
        let Some(ranges) = Ranges::from_text(text) else {
            println!("{text}: no ranges");
            continue;
        };
        println!("{:?}", [2, 12, 20, 40].map(|value| ranges.index(value)));
        println!("{:?}", until(&ranges.starts, 40));
    }
}
