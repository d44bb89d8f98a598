//~ family: E0277-collect-ref
fn main() {
    let v = [3u8, 9, 4, 1];
    let e: Vec<u8> = v.iter().step_by(2).copied().collect();
    let g: Result<Vec<u8>, ()> = Ok(v.iter().take(3).cloned().collect());
    let s: Vec<Vec<u8>> = v.chunks(3).map(|c| c.iter().rev().copied().collect()).collect();
    println!("{e:?} {g:?} {s:?}");
}
