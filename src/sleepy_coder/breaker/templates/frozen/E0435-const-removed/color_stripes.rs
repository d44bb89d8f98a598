//~ family: E0435-const-removed
//~ vary u8: u8 | u32
type Pixel = (u8, u8, u8);

fn stripes(colors: &[Pixel]) -> Vec<Pixel> {
    const HEIGHT: usize = 3;
    let mut image = Vec::new();
    for color in colors {
        let stripe: [Pixel; HEIGHT] = [*color; 3];
        image.extend(stripe);
    }
    image
}

fn main() {
    let image = stripes(&[(250, 0, 9), (8, 8, 8)]);
    println!("{} {:?}", image.len(), image[4]);
}
