//~ family: E0382-loop-moved
fn main() {
    let w = vec!["pear", "fig"];
    let mut n = 0;
    for s in &w {
        n += s.len();
    }
    println!("{n} {}", w.join("/"));
}
