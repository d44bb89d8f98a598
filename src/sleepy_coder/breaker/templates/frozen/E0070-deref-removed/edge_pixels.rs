//~ family: E0070-deref-removed
struct Image {
    width: usize,
    pixels: Vec<u8>,
}

impl Image {
    fn pixel(&mut self, row: usize, column: usize) -> &mut u8 {
        &mut self.pixels[row * self.width + column]
    }

    fn corners(&mut self, shade: u8) {
        let last = self.pixels.len() / self.width - 1;
        *self.pixel(0, 0) = shade;
        *self.pixel(last, self.width - 1) = shade + 1;
    }
}

fn main() {
    let mut image = Image { width: 3, pixels: vec![0; 6] };
    image.corners(80);
    *image.pixel(0, 2) = 7;
    println!("{:?}", image.pixels);
}
