//~ family: E0505-use-removed
//~ edition: 2024
fn joiner(s: &String) -> impl Fn(char) -> String + use<> {
    let t = s.repeat(2);
    move |c| format!("{t}{c}")
}
fn evens<'a>(_: &'a mut u8) -> impl Iterator<Item = u8> + use<> {
    (0..9).step_by(2)
}
fn main() {
    let (s, mut k) = ("na".to_string(), 5);
    let (j, e) = (joiner(&s), evens(&mut k));
    k = 1;
    let moved = s;
    println!("{}{} {moved}{k}", j('!'), e.count());
}
