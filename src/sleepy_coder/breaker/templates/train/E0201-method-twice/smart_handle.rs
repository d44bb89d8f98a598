//~ family: E0201-method-twice
use std::cell::Cell;
use std::cmp::Ordering;
use std::ops::{Deref, DerefMut, Not, RangeBounds};
use std::rc::Rc;
use std::str::FromStr;

#[derive(Debug)]
struct Handle<T> {
    value: T,
    reads: Rc<Cell<u32>>,
}

impl<T> Deref for Handle<T> {
    type Target = T;

    fn deref(&self) -> &Self::Target {
        self.reads.set(self.reads.get() + 1);
        &self.value
    }
}

impl<T> DerefMut for Handle<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step(i16);

impl Ord for Step {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.cmp(&self.0)
    }

    fn max(self, other: Self) -> Self {
        Step(self.0.max(other.0))
    }
}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &Self) -> bool {
        self.0 > other.0
    }
}

impl Not for Step {
    type Output = Step;

    fn not(self) -> Step {
        Step(-self.0)
    }
}

impl FromStr for Step {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Step)
    }
}

trait Within<B: RangeBounds<i16>> {
    fn within(&self, bounds: &B) -> bool;
    fn outside(&self, bounds: &B) -> bool {
        !self.within(bounds)
    }
}

impl<B: RangeBounds<i16>> Within<B> for Step {
    fn within(&self, bounds: &B) -> bool {
        bounds.contains(&self.0)
    }

    fn outside(&self, bounds: &B) -> bool {
        !bounds.contains(&self.0) && self.0 != 0
    }
}

fn main() {
    let mut steps = Handle { value: vec![Step(4), !Step(7)], reads: Rc::default() };
    steps.extend("12".parse::<Step>());
    steps.sort();
    println!("{:?} {:?} {}", steps.first(), steps.iter().max(), steps.reads.get());
    println!("{} {}", Step(3).outside(&(0..9)), Step(1) < Step(2));
}
