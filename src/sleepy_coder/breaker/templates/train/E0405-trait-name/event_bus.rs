//~ family: E0405-trait-name
use std::any::Any;
use std::borrow::Borrow;
use std::fmt::Debug;

trait Listener: Debug {
    fn notify(&mut self, event: &dyn Any) -> bool;
}

trait Named {
    const NAME: &'static str;
}

#[derive(Debug, Default)]
struct Counter(usize);

impl Named for Counter {
    const NAME: &'static str = "counter";
}

impl Listener for Counter {
    fn notify(&mut self, event: &dyn Any) -> bool {
        match event.downcast_ref::<u32>() {
            Some(by) => self.0 += *by as usize,
            None => return false,
        }
        true
    }
}

fn publish<L>(listeners: &mut [L], events: &[Box<dyn Any>]) -> usize
where
    L: Listener + Named,
{
    println!("to {}", L::NAME);
    events
        .iter()
        .filter(|event| listeners.iter_mut().all(|one| one.notify(event.as_ref())))
        .count()
}

fn longest<S: Borrow<str>>(words: &[S]) -> usize {
    words.iter().map(|word| word.borrow().len()).max().unwrap_or(0)
}

fn main() {
    let mut counters = [Counter::default(), Counter(5)];
    let heard = publish(&mut counters, &[Box::new(3u32), Box::new("text")]);
    println!("{heard} {counters:?} {}", longest(&["a", "abc"]));
}
