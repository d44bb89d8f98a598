//~ family: E0428-item-twice
use std::collections::HashMap;

type Table = HashMap<&'static str, Vec<u8>>;

static NAMES: &[&str] = &["lead", "gold"];
const fn weight(index: usize) -> u8 {
    (index * 7 + 3) as u8
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Sample<T> {
    value: T,
}

#[derive(Debug)]
enum Grade {
    Fine = 2,
    Rough,
}

trait Graded {
    fn grade(&self) -> Grade;
}

impl Graded for Sample<u8> {
    fn grade(&self) -> Grade {
        if self.value % Grade::Fine as u8 == 0 {
            Grade::Fine
        } else {
            Grade::Rough
        }
    }
}

async fn fetch(_: &Table) -> Option<u8> {
    None
}

fn table() -> Table {
    NAMES.iter().enumerate().map(|(at, name)| (*name, vec![weight(at)])).collect()
}

fn main() {
    let table = table();
    drop(fetch(&table));
    for name in NAMES {
        let samples = table[name].iter().map(|&value| Sample { value });
        samples.for_each(|sample| println!("{name} {sample:?} {:?}", sample.grade()));
    }
}
