//~ family: E0277-int-float
//~ vary u8: u8 | u16
use std::f64::consts::PI;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Tile {
    column: i64,
    row: i64,
    zoom: u8,
}

impl Tile {
    const PIXELS: usize = 256;

    fn at(longitude: f64, latitude: f64, zoom: u8) -> Self {
        let scale = f64::powi(2.0, zoom as i32);
        let slope = (PI / 4.0 + latitude.to_radians() / 2.0).tan().ln();
        Tile {
            column: ((longitude + 180.0) / 360.0 * scale) as i64,
            row: ((1.0 - slope / PI) / 2.0 * scale) as i64,
            zoom,
        }
    }

    fn west(&self) -> f64 {
        360.0 * self.column as f64 / f64::powi(2.0, self.zoom.into()) - 180.0
    }

    fn pixel(&self, share: f64) -> Option<usize> {
        let place = share * Self::PIXELS as f64;
        (place >= 0.0).then_some(place as usize)
    }
}

fn centre(tiles: &[Tile]) -> (f64, f64) {
    let mut column = 0.0;
    let mut row = 0.0;
    for Tile { column: x, row: y, .. } in tiles {
        column += *x as f64 + 0.5;
        row -= 0.5 - *y as f64;
    }
    let count = tiles.len();
    (column / count as f64, row / (count + 1) as f64)
}

fn progress(done: u64, all: u64) -> String {
    let percent = if all > 0 { 100.0 * done as f64 / 4.5 } else { 0.0 };
    format!("{percent:.1}%")
}

fn main() {
    let tiles = [Tile::at(13.4, 52.5, 6), Tile::at(-3.7, 40.4, 6)];
    println!("{:?} {:.2} {:?}", tiles[0], tiles[1].west(), tiles[0].pixel(0.4));
    println!("{:?} {}", centre(&tiles), progress(3, 8));
}
