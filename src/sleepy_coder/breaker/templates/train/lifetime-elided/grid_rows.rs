//~ family: lifetime-elided
//~ vary u8: u8 | u16 | i64
use std::collections::HashMap;
use std::iter::Peekable;

#[derive(Clone, Copy)]
enum Axis {
    Row(usize),
    Column,
}

struct Picker {
    axis: Axis,
    missing: Vec<usize>,
}

type Grid = HashMap<usize, Vec<u8>>;

impl Picker {
    const fn new(axis: Axis) -> Self {
        Picker { axis, missing: Vec::new() }
    }

    fn row<'g>(&mut self, grid: &'g Grid, fallback: &'g [u8]) -> &'g [u8] {
        let at = if let Axis::Row(at) = self.axis { at } else { 0 };
        let found = grid.get(&at);
        if found.is_none() {
            self.missing.push(at);
        }
        found.map_or(fallback, |row| row.as_slice())
    }

    fn firsts<'g>(&self, grid: &'g Grid) -> impl Iterator<Item = &'g u8> {
        let skip = match self.axis {
            Axis::Row(at) => at,
            Axis::Column => 0,
        };
        grid.values().filter_map(move |row| row.get(skip))
    }

    fn next_word<'w, I>(&mut self, words: &mut Peekable<I>) -> Option<&'w str>
    where
        I: Iterator<Item = &'w str>,
    {
        self.axis = Axis::Row(words.peek()?.len());
        words.next()
    }
}

fn main() {
    let grid = Grid::from([(3, vec![7, 8])]);
    let mut picker = Picker::new(Axis::Column);
    println!("{:?}", picker.row(&grid, &[0]));
    println!("{:?}", picker.firsts(&grid).max());
    let mut words = "one two".split(' ').peekable();
    println!("{:?}", picker.next_word(&mut words));
    println!("{}", picker.missing.len());
}
