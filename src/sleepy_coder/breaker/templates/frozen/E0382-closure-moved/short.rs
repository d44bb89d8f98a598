//~ family: E0382-closure-moved
fn main() {
    let p = String::from("re");
    let g = |w: &str| format!("{p}{w}");
    println!("{}", g("do"));
    println!("{} {p}", g("run"));
}
