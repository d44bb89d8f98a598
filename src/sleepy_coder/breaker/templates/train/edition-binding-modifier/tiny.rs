//~ family: edition-binding-modifier
//~ edition: 2024
fn main() {
    let v = vec![('a', 3), ('b', 5)];
    for (c, n) in &v {
        println!("{c}{n}");
    }
}
