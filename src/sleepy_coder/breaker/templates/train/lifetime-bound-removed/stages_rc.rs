//~ family: lifetime-bound-removed
//~ vary i64: i64 | i32
use std::cell::RefCell;
use std::rc::Rc;

trait Stage {
    fn feed(&mut self, value: i64) -> Option<i64>;
}

struct Limit<'l> {
    most: &'l i64,
    log: Rc<RefCell<Vec<i64>>>,
}

impl<'l> Stage for Limit<'l> {
    fn feed(&mut self, value: i64) -> Option<i64> {
        self.log.borrow_mut().push(value);
        (value <= *self.most).then_some(value)
    }
}

impl<F: FnMut(i64) -> i64> Stage for F {
    fn feed(&mut self, value: i64) -> Option<i64> {
        Some(self(value))
    }
}

fn limit<'l>(most: &'l i64, log: &Rc<RefCell<Vec<i64>>>) -> Box<dyn Stage + 'l> {
    let log = Rc::clone(log);
    Box::new(Limit { most, log })
}

fn scale(by: &i64) -> Rc<RefCell<dyn Stage + '_>> {
    let by = move |value: i64| value * by;
    Rc::new(RefCell::new(by))
}

fn chain<'c>(stages: Vec<Box<dyn Stage + 'c>>) -> impl FnMut(i64) -> Option<i64> + 'c {
    let mut stages = stages;
    move |value| stages.iter_mut().try_fold(value, |value, stage| stage.feed(value))
}

fn main() {
    let (most, by, log) = (9, 2, Rc::default());
    let mut run = chain(vec![limit(&most, &log), Box::new(|value: i64| value + 1), limit(&by, &log)]);
    println!("{:?} {:?} {:?}", run(1), run(5), run(10));
    let twice = scale(&by);
    println!("{:?} {:?}", twice.borrow_mut().feed(4), log.borrow());
}
