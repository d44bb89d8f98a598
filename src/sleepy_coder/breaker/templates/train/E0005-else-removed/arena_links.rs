//~ family: E0005-else-removed
use std::collections::VecDeque;

type Id = usize;

#[derive(Default)]
struct Arena<T> {
    nodes: Vec<Option<(T, Vec<Id>)>>,
}

impl<T: Clone> Arena<T> {
    fn add(&mut self, value: T, links: &[Id]) -> Id {
        self.nodes.push(Some((value, links.to_vec())));
        self.nodes.len() - 1
    }

    fn visit<F>(&self, start: Id, mut seen: F)
    where
        F: FnMut(&T),
    {
        let Some(Some((first, links))) = self.nodes.get(start) else {
            return;
        };
        seen(first);
        let mut queue: VecDeque<&Id> = links.iter().collect();
        while let Some(&id) = queue.pop_front() {
            let Some((value, more)) = self.nodes[id].as_ref() else {
                continue;
            };
            seen(value);
            queue.extend(more);
        }
    }

    fn taken(&mut self, id: Id) -> Option<T> {
        let Some((value, _)) = self.nodes.get_mut(id)?.take() else {
            return None;
        };
        Some(value)
    }
}

fn main() {
    let mut arena = Arena { nodes: Vec::new() };
    let leaf = arena.add('c', &[]);
    let branch = arena.add('b', &[leaf]);
    let root = arena.add('a', &[branch, leaf]);
    println!("{:?}", arena.taken(leaf));
    arena.visit(root, |letter| print!("{letter} "));
    println!("{}", arena.nodes.len());
}
