//~ family: E0596-shared-reference
fn fill(v: &mut Vec<i32>) {
    v.push(7);
}

fn main() {
    let mut v = vec![1];
    fill(&mut v);
    println!("{v:?}");
}
