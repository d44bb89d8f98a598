//~ family: E0038-sized-removed
use std::collections::BTreeMap;

trait Drawable {
    fn draw(&self, canvas: &mut Vec<char>);
    fn blank(size: usize) -> Self
    where
        Self: Sized;
    fn same_as(&self, other: &Self) -> bool
    where
        Self: Sized + PartialEq,
    {
        self == other
    }
    fn draw_all<'a>(items: &[&'a Self], canvas: &mut Vec<char>) -> usize
    where
        Self: Sized,
    {
        items.iter().for_each(|item| item.draw(canvas));
        canvas.len()
    }
}

#[derive(PartialEq)]
struct Bar {
    size: usize,
    ink: char,
}

impl Drawable for Bar {
    fn draw(&self, canvas: &mut Vec<char>) {
        canvas.extend(std::iter::repeat(self.ink).take(self.size));
    }
    fn blank(size: usize) -> Bar {
        Bar { size, ink: ' ' }
    }
}

fn main() {
    let (bar, gap) = (Bar { size: 4, ink: '#' }, Bar::blank(2));
    let mut canvas = Vec::new();
    println!("{} {}", Bar::draw_all(&[&bar, &gap], &mut canvas), bar.same_as(&gap));
    let mut layers = BTreeMap::<u8, &dyn Drawable>::new();
    layers.insert(7, &bar);
    layers.values().for_each(|layer| layer.draw(&mut canvas));
    println!("{}", canvas.iter().collect::<String>());
}
