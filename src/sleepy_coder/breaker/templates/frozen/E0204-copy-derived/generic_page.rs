//~ family: E0204-copy-derived
#[derive(Clone, Debug)]
struct Page<T> {
    items: Vec<T>,
    next: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    prefix: Box<str>,
}

fn page(all: &[&'static str], wanted: &Wanted, start: usize) -> Page<&'static str> {
    let hits: Vec<_> = all.iter().skip(start).filter(|word| word.starts_with(&*wanted.prefix)).copied().collect();
    let next = (hits.len() > 2).then_some(start + 2);
    Page { items: hits.into_iter().take(2).collect(), next }
}

fn main() {
    let all = ["ba", "be", "ca", "bi"];
    let wanted = Wanted { prefix: "b".into() };
    let first = page(&all, &wanted.clone(), 0);
    let second = first.next.map(|start| page(&all, &wanted, start));
    println!("{:?} {:?}", first.clone(), second.map(|page| page.items));
}
