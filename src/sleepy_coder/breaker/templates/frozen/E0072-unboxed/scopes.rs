//~ family: E0072-unboxed
use std::collections::HashMap;

#[derive(Default)]
struct Scope {
    names: HashMap<&'static str, i64>,
    parent: Option<Box<Scope>>,
}

impl Scope {
    fn inner(self, name: &'static str, value: i64) -> Scope {
        Scope { names: HashMap::from([(name, value)]), parent: Some(self.into()) }
    }

    fn look_up(&self, name: &str) -> Option<i64> {
        let found = self.names.get(name).copied();
        found.or_else(|| self.parent.as_ref().and_then(|parent| parent.look_up(name)))
    }
}

fn main() {
    let scope = Scope::default().inner("x", 4).inner("y", 9).inner("x", 15);
    println!("{:?} {:?} {:?}", scope.look_up("x"), scope.look_up("y"), scope.look_up("z"));
}
