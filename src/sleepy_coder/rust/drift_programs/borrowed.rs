fn main() {
    let mut items = vec![1];
    let first = &items[0];
    items.push(2);
    println!("{first}");
}
