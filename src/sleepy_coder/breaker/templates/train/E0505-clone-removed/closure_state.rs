//~ family: E0505-clone-removed
use std::collections::HashMap;
use std::rc::Rc;

#[derive(Clone)]
struct Lexicon {
    words: HashMap<String, Rc<str>>,
    order: Vec<String>,
}

impl Lexicon {
    fn into_lookup(self) -> impl Fn(&str) -> Option<Rc<str>> {
        move |word| self.words.get(word).cloned()
    }

    fn into_order(self) -> std::vec::IntoIter<String> {
        self.order.into_iter()
    }
}

fn lexicon(pairs: &[(&str, &str)]) -> Lexicon {
    let words = pairs.iter().map(|(word, sense)| (word.to_string(), Rc::from(*sense))).collect();
    Lexicon { words, order: pairs.iter().map(|(word, _)| word.to_string()).collect() }
}

fn boxed(order: Vec<String>) -> Box<dyn Fn(usize) -> usize> {
    Box::new(move |at| order.get(at).map_or(0, |word| word.len()))
}

fn main() {
    let small = lexicon(&[("fjord", "an arm of the sea"), ("tarn", "a small lake")]);
    let first = small.order.first().map(|word| word.as_str()).unwrap_or("none");
    let lookup = small.clone().into_lookup();
    println!("{first}: {:?} {:?}", lookup(first), lookup("moor"));
    let longest = small.words.values().max_by_key(|sense| sense.len());
    let listed: Vec<String> = small.clone().into_order().collect();
    println!("{longest:?} {listed:?}");
    let (head, _) = listed.split_at(1);
    let measure = boxed(listed.to_vec());
    println!("{head:?} {} {}", measure(1), measure(7));
    let sense: Rc<str> = Rc::from("high moor");
    let words = sense.split(' ');
    let holder = std::cell::RefCell::new(Some(sense.clone()));
    println!("{} {:?}", words.count(), holder.borrow_mut().take());
}
