//~ family: E0594-shared-reference
use std::iter::Peekable;

#[derive(Debug, Clone, Default)]
struct Pixel {
    rgb: [u8; 3],
    alpha: Option<f32>,
}

struct Raster {
    pixels: Vec<Pixel>,
    cursor: Option<Box<Pixel>>,
}

impl Raster {
    fn fade(&mut self) -> f32 {
        let mut total = 0.0;
        for row in self.pixels.chunks_mut(2) {
            row[0].alpha = Some(0.5);
            total += row.iter().filter_map(|pixel| pixel.alpha).sum::<f32>();
        }
        match self.cursor.as_deref_mut() {
            Some(pixel) => pixel.rgb[1] = 7,
            None => total = -1.0,
        }
        total
    }

    fn seam(&mut self, at: usize) {
        let (left, right) = self.pixels.split_at_mut(at);
        right[0].rgb = left[at - 1].rgb;
    }
}

fn patch<I: Iterator<Item = u8>>(bytes: &mut Peekable<I>, out: &mut Pixel) -> Option<u8> {
    if let Some(byte) = bytes.peek_mut() {
        *byte = byte.saturating_sub(1);
    }
    out.alpha = None;
    bytes.next()
}

fn main() {
    let mut raster = Raster { pixels: vec![Pixel { rgb: [1, 2, 3], alpha: None }; 3], cursor: None };
    println!("{}", raster.fade());
    raster.cursor = Some(Box::default());
    println!("{} {:?}", raster.fade(), raster.cursor);
    raster.pixels[0].rgb[0] = 90;
    raster.seam(1);
    let mut bytes = [10u8, 20].into_iter().peekable();
    let taken = patch(&mut bytes, &mut raster.pixels[2]);
    println!("{taken:?} {:?}", raster.pixels);
}
