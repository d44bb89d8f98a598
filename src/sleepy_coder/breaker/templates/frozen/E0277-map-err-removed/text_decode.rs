//~ family: E0277-map-err-removed
#[derive(Debug)]
enum Broken {
    Text(std::string::FromUtf8Error),
    Number(std::num::ParseIntError),
}

fn decode(bytes: Vec<u8>) -> Result<i32, Broken> {
    let text = String::from_utf8(bytes).map_err(Broken::Text)?;
    let value = text.trim().parse::<i32>().map_err(Broken::Number)?;
    Ok(value * 3)
}

fn main() {
    for bytes in [b" 14 ".to_vec(), b"1o".to_vec(), vec![0xfe]] {
        match decode(bytes) {
            Ok(value) => println!("{value}"),
            Err(Broken::Text(_)) => println!("no text"),
            Err(Broken::Number(problem)) => println!("{problem}"),
        }
    }
}
