//~ family: E0594-shared-reference
//~ vary u8: u8 | u16
struct Image {
    width: usize,
    pixels: Vec<u8>,
}

impl Image {
    fn invert(&mut self) {
        for pixel in &mut self.pixels {
            *pixel = 200 - *pixel;
        }
    }

    fn mark(&mut self, row: usize) {
        for pixel in self.pixels.iter_mut().skip(row * self.width).take(self.width) {
            *pixel = 1;
        }
    }
}

fn main() {
    let mut image = Image { width: 2, pixels: vec![10, 20, 30, 40] };
    image.invert();
    println!("{:?}", image.pixels);
    image.mark(1);
    println!("{:?}", image.pixels);
}
