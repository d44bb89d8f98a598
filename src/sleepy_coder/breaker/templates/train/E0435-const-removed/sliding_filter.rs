//~ family: E0435-const-removed
//~ vary i32: i32 | i64 | u32
use std::collections::VecDeque;

struct Filter<const TAPS: usize> {
    recent: VecDeque<i32>,
}

impl<const TAPS: usize> Filter<TAPS> {
    fn feed(&mut self, sample: i32) -> Option<i32> {
        self.recent.push_back(sample);
        if self.recent.len() < TAPS {
            return None;
        }
        let sum = self.recent.iter().sum();
        self.recent.pop_front();
        Some(sum)
    }
}

fn smooth(samples: &[i32]) -> Vec<i32> {
    const WINDOW: usize = 3;
    let mut filter = Filter::<WINDOW> {
        recent: VecDeque::new(),
    };
    samples.iter().filter_map(|sample| filter.feed(*sample)).collect()
}

fn framed(samples: &[i32]) -> Option<[i32; 2]> {
    const HEADER: usize = 1;
    const FRAME: usize = HEADER + 1;
    let frame: &[i32] = samples.get(..2)?;
    let mut out = [0; FRAME];
    out.copy_from_slice(frame);
    Some(out)
}

mod encode {
    pub fn digits(value: u8) -> String {
        const RADIX: u8 = 4;
        let mut rest = value;
        let mut places = {
            const PLACES: usize = 4;
            [b'0'; PLACES]
        };
        for place in places.iter_mut().rev() {
            *place += rest % RADIX;
            rest /= RADIX;
        }
        String::from_utf8_lossy(&places).into_owned()
    }
}

fn main() {
    let samples: Vec<i32> = (1..7).map(|step| step * step).collect();
    println!("{:?} {:?} {}", smooth(&samples), framed(&samples), encode::digits(27));
}
