//~ family: E0308-match-arm
fn answer(digits: &[u8]) -> Result<String, String> {
    let reply = match digits {
        [] => Err("nothing dialled".to_string()),
        [1, 1, 2] => Ok("emergency".to_string()),
        [0, ..] => Err("no outside line".to_string()),
        [first, rest @ ..] => Ok(format!("desk {first} and {} more", rest.len())),
    };
    let short = match reply {
        Ok(text) => text.to_string(),
        Err(problem) => return Err(problem),
    };
    Ok(short)
}

fn detail(code: u16) -> String {
    let kind = match code / 100 {
        2 => String::from("fine"),
        4 => String::from("caller"),
        5 => "server".to_string(),
        _ => code.to_string(),
    };
    kind + "!"
}

fn main() {
    println!("{:?}", answer(&[4, 2, 2]));
    println!("{:?}", answer(&[0, 3]));
    println!("{} {}", detail(404), detail(500));
}
