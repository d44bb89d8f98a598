//~ family: E0277-index-cast
//~ vary u8: u8 | u16 | u32
fn code_for(letter: char, table: &[&str]) -> Option<String> {
    let offset: u8 = match letter {
        'e' => 0,
        't' => 1,
        _ => return None,
    };
    let code = table[offset as usize];
    Some(code.to_string())
}

fn spell(word: &str) -> Result<String, char> {
    let table = [".", "-"];
    let mut out = String::new();
    for letter in word.chars() {
        match code_for(letter, &table) {
            Some(code) => out.push_str(&code),
            None => return Err(letter),
        }
        out.push(' ');
    }
    Ok(out)
}

fn main() {
    println!("{:?}", spell("teet"));
    println!("{:?}", spell("tea"));
}
