//~ family: E0502-borrow
//~ vary u8: u8 | i32 | usize
fn shift(pegs: &mut Vec<Vec<u8>>, source: usize, target: usize) -> Result<(), String> {
    let moving = pegs[source].clone();
    pegs[target].extend(moving.iter().copied().rev());
    if moving.is_empty() {
        return Err(format!("peg {} is bare", source));
    }
    Ok(())
}

fn main() {
    let mut pegs: Vec<Vec<u8>> = vec![vec![9, 6, 2], Vec::new()];
    println!("{:?}", shift(&mut pegs, 0, 1));
    println!("{:?}", shift(&mut pegs, 0, 1));
    let tower = pegs[1].clone();
    pegs.push(vec![1]);
    println!("{:?} among {}", tower, pegs.len());
}
