//~ family: E0309-outlives-removed
use std::fmt::Display;
use std::marker::PhantomData;

struct Borrowed<'b, T> {
    shared: Option<&'b str>,
    owned: Vec<T>,
}

struct Mapper<'m, T, F>(F, PhantomData<(&'m str, T)>);

trait Shelf<'b> {
    type View;
    fn view(&'b self) -> Self::View;
}

impl<'b, T: Clone + 'b> Shelf<'b> for Borrowed<'_, T> {
    type View = &'b [T];
    fn view(&'b self) -> &'b [T] {
        &self.owned
    }
}

impl<'m, T, F> Mapper<'m, T, F>
where
    F: Fn(T) -> String + 'm,
    T: 'm,
{
    fn boxed(self) -> Box<dyn Fn(T) -> usize + 'm> {
        let Mapper(inner, _) = self;
        Box::new(move |value| inner(value).len())
    }
}

fn chained<'c, T: Display + Copy + 'c>(first: T, rest: Borrowed<'c, T>) -> Box<dyn Iterator<Item = String> + 'c> {
    let named = rest.shared.into_iter().map(str::to_string);
    let items = std::iter::once(first).chain(rest.owned);
    Box::new(items.map(|item| item.to_string()).chain(named))
}

fn main() {
    let label = String::from("end");
    let mapper = Mapper(|number: i32| format!("{number}{label}"), PhantomData);
    let measure = mapper.boxed();
    let held = Borrowed {
        shared: Some(label.as_str()),
        owned: vec![4, 58],
    };
    println!("{:?} {}", held.view(), measure(12));
    println!("{:?}", chained(9, held).collect::<Vec<_>>());
}
