//~ family: E0310-static-removed
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt::Debug;

#[derive(Default)]
struct Registry {
    parts: HashMap<TypeId, Box<dyn Any>>,
    names: Vec<Box<dyn Debug>>,
}

impl Registry {
    fn put<T: 'static>(&mut self, part: T) -> Option<Box<dyn Any>> {
        let old = self.parts.remove(&TypeId::of::<u8>());
        let boxed: Box<dyn Any> = Box::new(part);
        self.parts.insert((*boxed).type_id(), boxed);
        old
    }

    fn name<N>(&mut self, name: N) -> &mut Self
    where
        N: Debug + 'static,
    {
        self.names.push(Box::new(name));
        self
    }

    fn get<T: Any>(&self) -> Option<&T> {
        self.parts.get(&TypeId::of::<T>())?.downcast_ref()
    }
}

fn erased<I, T>(items: I) -> Vec<Box<dyn Debug>>
where
    I: IntoIterator<Item = T>,
    T: Debug + 'static,
{
    items.into_iter().map(|item| Box::new(item) as Box<dyn Debug>).collect()
}

fn main() {
    let mut registry = Registry::default();
    registry.put(7_u8);
    registry.put(String::from("seven"));
    registry.name("a").name(4);
    println!(
        "{:?} {:?} {:?}",
        registry.get::<String>(),
        registry.names,
        erased([1, 2])
    );
}
