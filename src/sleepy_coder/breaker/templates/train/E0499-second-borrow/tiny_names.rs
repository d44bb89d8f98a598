//~ family: E0499-second-borrow
fn main() {
    let mut s = vec![String::from("a"), String::from("b")];
    let x = s.first_mut().unwrap();
    x.push('!');
    let y = s.last_mut().unwrap();
    y.push('?');
    let z = s[0].clone();
    s.push(String::new());
    println!("{z}");
    println!("{s:?}");
}
