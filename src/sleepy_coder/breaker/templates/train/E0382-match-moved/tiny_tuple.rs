//~ family: E0382-match-moved
fn main() {
    let p = (String::from("a"), String::from("bc"));
    let (ref a, _) = p;
    println!("{}", a.len());
    let (_, b) = &p;
    println!("{b}");
    match &p {
        (a, b) if a == b => println!("same"),
        (a, _) => println!("{a}"),
    }
    println!("{p:?}");
}
