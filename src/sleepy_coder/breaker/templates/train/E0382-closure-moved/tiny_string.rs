//~ family: E0382-closure-moved
fn main() {
    let s = String::from("abc");
    let has = |c| s.contains(c);
    let n = "xbz".chars().filter(|c| has(*c)).count();
    let t = Some(3).map(|k| s.repeat(k));
    println!("{n} {t:?} {s}");
}
