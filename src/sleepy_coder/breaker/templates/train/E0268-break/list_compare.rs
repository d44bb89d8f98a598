//~ family: E0268-break
use std::cmp::Ordering;
use std::rc::Rc;

#[derive(Debug)]
enum List {
    Cons(u8, Rc<List>),
    Nil,
}

use List::{Cons, Nil};

impl List {
    fn head(&self) -> Option<(u8, &List)> {
        if let Cons(value, rest) = self {
            return Some((*value, rest));
        }
        None
    }

    fn prepend(self: &Rc<Self>, value: u8) -> Rc<List> {
        Rc::new(Cons(value, Rc::clone(self)))
    }
}

fn compare(left: &List, right: &List) -> Ordering {
    let ((a, rest_a), (b, rest_b)) = match (left.head(), right.head()) {
        (None, None) => return Ordering::Equal,
        (None, Some(_)) => return Ordering::Less,
        (Some(_), None) => return Ordering::Greater,
        (Some(left), Some(right)) => (left, right),
    };
    if a != b {
        return a.cmp(&b);
    }
    compare(rest_a, rest_b)
}

fn third(list: &List) -> Result<u8, String> {
    let (_, rest) = list.head().ok_or("empty")?;
    if let Some((_, rest)) = rest.head() {
        if let Cons(value, _) = rest {
            return Ok(*value);
        }
    }
    Err(format!("too short: {list:?}"))
}

fn main() {
    let tail = Rc::new(Nil).prepend(4);
    let (left, right) = (tail.prepend(2), tail.prepend(3).prepend(2));
    println!("{:?} {:?}", compare(&left, &right), compare(&tail, &tail));
    println!("{:?} {:?}", third(&left), third(&right));
}
