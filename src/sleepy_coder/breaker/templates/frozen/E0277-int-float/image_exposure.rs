//~ family: E0277-int-float
//~ vary u8: u8 | u16 | i32
//~ vary f32: f32 | f64
//~ vary round: round | floor | ceil
fn brighten(pixels: &[u8], gain: f32) -> Vec<u8> {
    pixels
        .iter()
        .map(|&pixel| {
            let lit = pixel as f32 * gain;
            lit.round().min(99.0) as u8
        })
        .collect()
}

fn contrast(low: u8, high: u8) -> f32 {
    let middle = 0.5 + low as f32;
    high as f32 / middle
}

fn main() {
    let pixels = [10, 64, 33, 90];
    println!("{:?}", brighten(&pixels, 1.4));
    println!("{:.3}", contrast(pixels[0], pixels[1]));
}
