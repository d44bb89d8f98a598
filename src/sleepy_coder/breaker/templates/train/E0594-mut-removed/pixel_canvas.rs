//~ family: E0594-mut-removed
//~ vary u8: u8 | u16 | u32
mod canvas {
    #[derive(Clone)]
    pub struct Canvas<const W: usize> {
        pub rows: Vec<[u8; W]>,
        pub pen: Pen,
    }

    #[derive(Clone, Copy, Default)]
    pub struct Pen {
        pub ink: u8,
        pub at: (usize, usize),
    }

    impl<const W: usize> Canvas<W> {
        pub fn blank(height: usize) -> Self {
            Canvas {
                rows: vec![[0; W]; height],
                pen: Pen::default(),
            }
        }

        pub fn dotted(&self, every: usize) -> Self {
            let mut copy = self.clone();
            for (y, row) in self.rows.iter().enumerate() {
                let hits = row.iter().filter(|ink| **ink == 0).count();
                copy.rows[y][hits.saturating_sub(1)] = if y % every == 0 { 1 } else { 2 };
            }
            copy
        }
    }

    pub fn with_ink<const W: usize>(mut canvas: Canvas<W>, ink: u8) -> Canvas<W> {
        canvas.pen.ink = ink;
        canvas
    }

    pub fn moved(pen: &Pen, (dx, dy): (usize, usize)) -> Pen {
        let mut next = *pen;
        next.at = (pen.at.0 + dx, pen.at.1 + dy);
        next
    }
}

use canvas::{moved, with_ink, Canvas};

fn main() {
    let canvas = with_ink(Canvas::<4>::blank(3).dotted(2), 7);
    let pen = moved(&canvas.pen, (2, 1));
    let mut dark = 0;
    let mut tally = |row: &[u8]| dark += row.iter().filter(|ink| **ink > 0).count();
    tally(&canvas.rows[0]);
    tally(&canvas.rows[1]);
    println!("{dark} {} {:?}", pen.ink, pen.at);
}
