//~ family: E0428-item-twice
#[derive(Debug, Clone, Copy, PartialEq)]
enum Colour { Red, Green, Blue }

struct Pixel {
    colour: Colour,
    level: u8,
}

fn brightest(pixels: &[Pixel]) -> Option<&Pixel> {
    pixels.iter().max_by_key(|pixel| pixel.level)
}

fn is_cold(colour: Colour) -> bool {
    matches!(colour, Colour::Blue | Colour::Green)
}

fn main() {
    let pixels = [Pixel { colour: Colour::Red, level: 40 }, Pixel { colour: Colour::Blue, level: 90 }];
    if let Some(pixel) = brightest(&pixels) {
        println!("{:?} {}", pixel.colour, is_cold(pixel.colour));
    }
}
