//~ family: E0309-outlives-removed
use std::cell::OnceCell;
use std::future::Future;
use std::pin::Pin;

struct Lazy<'z, V> {
    value: OnceCell<V>,
    make: Box<dyn Fn() -> V + 'z>,
}

impl<'z, V> Lazy<'z, V>
where
    V: Clone + 'z,
{
    fn constant(value: V) -> Self {
        Lazy { value: OnceCell::new(), make: Box::new(move || value.clone()) }
    }

    fn get(&self) -> &V {
        self.value.get_or_init(|| (self.make)())
    }
}

fn mapped<'z, V, W: 'z>(lazy: Lazy<'z, V>, change: fn(&V) -> W) -> Lazy<'z, W>
where
    V: 'z,
{
    Lazy { value: OnceCell::new(), make: Box::new(move || change(lazy.get_plain())) }
}

impl<V> Lazy<'_, V> {
    fn get_plain(&self) -> &V {
        self.value.get_or_init(&self.make)
    }
}

fn ready<'f, T: 'f + Send>(value: T) -> Pin<Box<dyn Future<Output = T> + 'f>> {
    Box::pin(async move { value })
}

fn main() {
    let text = String::from("three little words");
    let lazy = Lazy::constant(text.as_str());
    println!("{}", lazy.get().len());
    let count = mapped(lazy, |text| text.split(' ').count());
    println!("{}", count.get());
    println!("{}", std::mem::size_of_val(&ready(count.get_plain())) > 0);
}
