//~ family: E0606-deref-removed
#[derive(Clone, Copy, PartialEq)]
#[repr(u8)]
enum Tile {
    Grass = 1,
    Water,
}

struct Atlas<'a> {
    widths: &'a [u8],
    marks: Vec<(char, Tile)>,
}

impl<'a> Atlas<'a> {
    fn offset(&self, index: &u8) -> Result<usize, String> {
        let at = *index as usize;
        let before = self.widths.get(..at).ok_or_else(|| format!("only {}", self.widths.len()))?;
        Ok(before.iter().map(|width| *width as usize).sum())
    }

    fn code(&self, wanted: Tile) -> u32 {
        let mut code = 0;
        for (letter, tile) in &self.marks {
            if *tile == wanted {
                code ^= *letter as u32;
            } else {
                code += *tile as u32;
            }
        }
        code
    }

    fn widest(&self) -> i32 {
        match self.widths {
            [] => 0,
            [first, .., last] if first < last => *last as i32,
            [first, ..] => (*first as i32).pow(2),
        }
    }
}

fn main() {
    let atlas = Atlas { widths: &[8, 4, 16], marks: vec![('g', Tile::Grass), ('~', Tile::Water)] };
    println!("{:?} {:?}", atlas.offset(&2), atlas.offset(&9));
    println!("{} {}", atlas.code(Tile::Water), atlas.widest());
}
