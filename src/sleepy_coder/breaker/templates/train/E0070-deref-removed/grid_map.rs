//~ family: E0070-deref-removed
use std::collections::HashMap;

struct Grid<T> {
    width: usize,
    cells: Vec<T>,
}

impl<T: Default + Clone> Grid<T> {
    fn at(&mut self, (x, y): (usize, usize)) -> &mut T {
        &mut self.cells[y * self.width + x]
    }

    fn draw(&mut self, points: &[(usize, usize)], brush: impl Fn(usize) -> T) -> Option<()> {
        points.iter().enumerate().for_each(|(step, point)| {
            *self.at(*point) = brush(step);
        });
        let width = self.width;
        if points.len() > width {
            *self.cells.last_mut()? = T::default();
        }
        Some(())
    }
}

fn corner<'c>(grid: &'c mut Grid<char>, names: &HashMap<&str, (usize, usize)>) -> Option<&'c mut char> {
    Some(grid.at(*names.get("corner")?))
}

fn main() {
    let mut grid = Grid { width: 2, cells: vec!['.'; 4] };
    println!("{:?}", grid.draw(&[(0, 0), (1, 0), (1, 1)], |step| if step == 0 { '#' } else { '+' }));
    let names = HashMap::from([("corner", (0, 1))]);
    *corner(&mut grid, &names).expect("named") = '@';
    let mut top = grid.cells.iter_mut().take(2);
    if let (Some(_), 1) = (top.next(), top.len()) {
        *top.next().unwrap() = 'e';
    }
    println!("{}", grid.cells.iter().collect::<String>());
}
