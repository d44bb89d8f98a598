//~ family: E0594-shared-reference
fn main() {
    let mut v = vec![(1, 'a'), (2, 'b')];
    for p in v.iter_mut() {
        p.0 = 7;
    }
    for (_, c) in &mut v {
        *c = 'z';
    }
    let r = &mut v[0];
    r.1 = 'q';
    println!("{v:?}");
}
