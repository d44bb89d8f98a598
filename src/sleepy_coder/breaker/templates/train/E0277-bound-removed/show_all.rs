//~ family: E0277-bound-removed
use std::fmt::{Debug, Display};

fn show<T: Display>(label: &str, value: T) {
    println!("{label}: {value}");
}

fn dump<K: Debug, V: Debug>(pairs: &[(K, V)]) {
    for (key, value) in pairs {
        println!("{key:?} -> {value:?}");
    }
}

fn main() {
    show("depth", 12);
    show("name", "reef");
    dump(&[('a', 3.5), ('b', 0.25)]);
}
