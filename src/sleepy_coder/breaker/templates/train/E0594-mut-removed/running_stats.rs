//~ family: E0594-mut-removed
//~ vary i64: i64 | i32
use std::ops::ControlFlow;

#[derive(Debug, Default, Clone, Copy)]
struct Extremes {
    low: i64,
    high: i64,
}

trait Observe {
    fn observe(self, value: i64) -> Self;
}

impl Observe for Extremes {
    fn observe(mut self, value: i64) -> Self {
        match value.cmp(&0) {
            std::cmp::Ordering::Less => Extremes { low: value.min(self.low), ..self },
            _ => {
                self.high = value.max(self.high);
                self
            }
        }
    }
}

impl<T: Observe> Observe for (T, usize) {
    fn observe(self, value: i64) -> Self {
        let (inner, mut count) = self;
        let mut step = || count += 1;
        step();
        (inner.observe(value), count)
    }
}

fn until_zero(values: &[i64]) -> (i64, Option<usize>) {
    let mut sum = 0;
    let mut place = None;
    let flow = values.iter().enumerate().try_for_each(|(index, value)| {
        if *value == 0 {
            place = Some(index);
            return ControlFlow::Break(());
        }
        sum += value;
        ControlFlow::Continue(())
    });
    let mut found = (sum, None);
    if flow.is_break() {
        found.1 = place;
    }
    found
}

fn main() {
    let values = [4, -7, 12, 0, 3];
    let (extremes, count) = values.iter().fold((Extremes::default(), 0), |state, value| state.observe(*value));
    println!("{extremes:?} {} {count}", extremes.high - extremes.low);
    println!("{:?}", until_zero(&values));
}
