//~ family: parse-comma
#[derive(Debug, Clone, Copy, PartialEq)]
struct Color(u8, u8, u8);

fn blend(one: Color, other: Color, share: u16) -> Color {
    let mix = |a: u8, b: u8| ((u16::from(a) * share + u16::from(b) * (100 - share)) / 100) as u8;
    Color(mix(one.0, other.0), mix(one.1, other.1), mix(one.2, other.2))
}

fn main() {
    let sky = Color(40, 120, 240);
    let sand = Color(230, 200, 120);
    let steps: Vec<Color> = [0, 50, 100].iter().map(|share| blend(sky, sand, *share)).collect();
    println!("{:?}", steps);
    println!("{}", steps[0] == sand);
}
