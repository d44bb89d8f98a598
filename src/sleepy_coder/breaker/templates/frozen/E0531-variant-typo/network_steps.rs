//~ family: E0531-variant-typo
//~ vary u16: u16 | u32
fn send(packet: u16) -> Result<u16, String> {
    if packet % 4 == 3 { Err(format!("lost {packet}")) } else { Ok(packet + 100) }
}

fn main() {
    let mut pending = vec![1, 3, 6];
    while let Some(packet) = pending.pop() {
        match send(packet) {
            Ok(reply) => println!("reply {reply}"),
            Err(problem) => println!("{problem}"),
        }
    }
    let first = match send(2) {
        Ok(reply) if reply > 500 => 0,
        Ok(reply) => reply,
        Err(_) => 1,
    };
    println!("{first}");
}
