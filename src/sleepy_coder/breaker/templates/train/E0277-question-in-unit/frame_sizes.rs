//~ family: E0277-question-in-unit
struct Frame {
    width: u32,
    height: u32,
}

fn frame(text: &str) -> Frame {
    let (width, height) = text.split_once('x').expect("a size");
    Frame { width: width.parse().unwrap(), height: height.parse().unwrap() }
}

fn largest(frames: &[Frame]) -> u32 {
    let top = frames.iter().max_by_key(|frame| frame.width * frame.height).unwrap();
    top.width
}

fn main() {
    let frames: Vec<Frame> = ["40x30", "20x90"].iter().map(|text| frame(text)).collect();
    println!("{}", largest(&frames));
}
