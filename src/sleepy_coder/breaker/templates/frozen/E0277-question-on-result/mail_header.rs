//~ family: E0277-question-on-result
fn header(bytes: &[u8]) -> Option<(String, usize)> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let (name, length) = line.split_once('=')?;
    let length: usize = length.trim().parse().ok()?;
    Some((name.trim().to_lowercase(), length))
}

fn main() {
    let messages: [&[u8]; 4] = [b"SIZE = 40\nbody", b"SIZE = many\n", &[0xff, b'\n'], b"no end"];
    for message in messages {
        println!("{:?}", header(message));
    }
}
