//~ family: E0277-range
//~ vary u32: u32 | u16 | i32
struct Scarf {
    rows: u32,
    stitches: u32,
    plain: char,
}

impl Scarf {
    fn draw(&self) -> String {
        let mut picture = String::new();
        for row in 0..self.rows {
            for stitch in 0..self.stitches {
                let fancy = (row + stitch) % 3 == 0;
                picture.push(if fancy { '*' } else { self.plain });
            }
            picture.push('\n');
        }
        picture
    }
}

fn main() {
    let scarf = Scarf { rows: 3, stitches: 8, plain: '.' };
    print!("{}", scarf.draw());
}
