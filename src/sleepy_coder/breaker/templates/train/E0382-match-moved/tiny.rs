//~ family: E0382-match-moved
fn main() {
    let a = Some(String::from("ink"));
    if let Some(s) = &a {
        println!("{}", s.len());
    }
    println!("{:?}", a);
}
