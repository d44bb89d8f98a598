//~ family: E0416-bound-twice
fn version(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('.').map(|part| part.parse::<u32>().ok());
    match (parts.next()?, parts.next(), parts.next()) {
        (Some(major), Some(Some(minor)), Some(Some(patch))) => Some((major, minor, patch)),
        (Some(major), None, _) => Some((major, 0, 0)),
        _ => None,
    }
}

fn compatible(one: (u32, u32, u32), other: (u32, u32, u32)) -> bool {
    match (one, other) {
        ((0, a, _), (0, b, _)) => a == b,
        ((a, _, _), (b, _, _)) => a == b,
    }
}

fn majors(texts: &[&str]) -> Vec<u32> {
    texts.iter().filter_map(|text| version(text)).map(|(major, _, _)| major).collect()
}

fn main() {
    println!("{:?}", majors(&["1.4.2", "7", "x.1.0"]));
    println!("{}", compatible((0, 3, 1), (0, 3, 9)));
    while let Some((_, minor, _)) = version("2.5.8") {
        println!("{minor}");
        break;
    }
}
