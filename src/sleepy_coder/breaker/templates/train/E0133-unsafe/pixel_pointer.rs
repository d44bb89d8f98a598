//~ family: E0133-unsafe
//~ vary u16: u16 | u32 | i32
struct Canvas {
    pixels: Vec<u16>,
}

impl Canvas {
    fn peek(&self, at: usize) -> Option<u16> {
        let place = self.pixels.get(at)? as *const u16;
        Some(unsafe { *place })
    }

    fn paint(&mut self, at: usize, colour: u16) {
        if let Some(pixel) = self.pixels.get_mut(at) {
            let place = pixel as *mut u16;
            unsafe { place.write(colour) };
        }
    }
}

fn main() {
    let mut canvas = Canvas { pixels: vec![0; 12] };
    canvas.paint(1, 31);
    canvas.paint(40, 7);
    println!("{:?} {:?} {:?}", canvas.peek(0), canvas.peek(1), canvas.peek(99));
}
