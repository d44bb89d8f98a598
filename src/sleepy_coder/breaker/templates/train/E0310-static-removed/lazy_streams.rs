//~ family: E0310-static-removed
use std::collections::VecDeque;
use std::rc::Rc;

type Stream<T> = Box<dyn Iterator<Item = T>>;

trait Source<T> {
    fn open(self) -> Stream<T>;
}

impl<T: Clone + 'static> Source<T> for Vec<T> {
    fn open(self) -> Stream<T> {
        Box::new(self.into_iter())
    }
}

struct Shared<T>(Rc<VecDeque<T>>);

impl<T> Source<T> for Shared<T>
where
    T: Copy + 'static,
{
    fn open(self) -> Stream<T> {
        let mut at = 0;
        Box::new(std::iter::from_fn(move || {
            at += 1;
            self.0.get(at - 1).copied()
        }))
    }
}

fn every<T: 'static>(stream: Stream<T>, step: usize) -> Stream<T> {
    Box::new(stream.step_by(step))
}

fn mapped<T: 'static, U>(stream: Stream<T>, change: impl Fn(T) -> U + 'static) -> Stream<U> {
    Box::new(stream.map(change))
}

fn main() {
    let shared = Shared(Rc::new(VecDeque::from([4, 8, 15, 16])));
    let doubled = mapped(every(shared.open(), 2), |n| n * 2);
    println!("{:?} {}", doubled.collect::<Vec<i32>>(), vec!['a', 'b'].open().count());
}
