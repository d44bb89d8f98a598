//~ family: E0072-unboxed
use std::cell::RefCell;
use std::collections::HashMap;

type Action = fn(&str) -> usize;

#[derive(Default)]
pub struct Menu<'a> {
    pub title: &'a str,
    pub back: Option<(usize, Box<Menu<'a>>)>,
    actions: HashMap<&'a str, Action>,
    recent: RefCell<Option<Box<Menu<'a>>>>,
}

struct Layer<T, const WIDTH: usize>
where
    T: Copy,
{
    cells: [T; WIDTH],
    below: [Option<Box<Layer<T, WIDTH>>>; 1],
}

impl<'a> Menu<'a> {
    fn crumbs(&self) -> Vec<&'a str> {
        let mut crumbs = self.back.as_ref().map(|(_, back)| back.crumbs()).unwrap_or_default();
        crumbs.push(self.title);
        crumbs
    }
}

impl<T: Copy, const WIDTH: usize> Layer<T, WIDTH> {
    fn flat(&self) -> Vec<T> {
        let [below] = &self.below;
        let rest = below.as_ref().map_or_else(Vec::new, |below| below.flat());
        self.cells.iter().copied().chain(rest).collect()
    }
}

fn main() {
    let main = Menu { title: "main", ..Menu::default() };
    let file = Menu { title: "file", back: Some((2, main.into())), ..Menu::default() };
    file.recent.replace(Some(Menu::default().into()));
    println!("{} {} {}", file.crumbs().join(">"), file.actions.len(), file.recent.borrow().is_some());
    let bottom = Layer { cells: ['a', 'b'], below: [None] };
    println!("{:?}", Layer { cells: ['c', 'd'], below: [Some(bottom.into())] }.flat());
}
