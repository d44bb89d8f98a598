//~ family: E0277-bound-removed
use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::iter::Sum;

trait Shape {
    fn area(&self) -> f64;
}

#[derive(Clone, Copy)]
struct Square(f64);

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

fn total<'s, S: Shape + 's, I>(shapes: I) -> f64
where
    I: IntoIterator<Item = &'s S>,
{
    shapes.into_iter().map(Shape::area).sum()
}

struct Group<S> {
    members: Vec<S>,
}

impl<S: Shape> Group<S> {
    fn mean(&self) -> f64 {
        total(&self.members) / self.members.len() as f64
    }

    fn folded<N: Sum<f64>>(&self) -> N {
        self.members.iter().map(|member| member.area()).sum()
    }
}

fn looked_up<K, Q>(table: &HashMap<K, u32>, key: &Q) -> u32
where
    K: Borrow<Q> + Eq + Hash,
    Q: Eq + Hash + ?Sized,
{
    table.get(key).copied().unwrap_or_default()
}

fn main() {
    let group = Group { members: vec![Square(2.0), Square(3.0)] };
    println!("{} {}", group.mean(), group.folded::<f64>());
    println!("{}", looked_up(&HashMap::from([("ab".to_string(), 4)]), "ab"));
}
