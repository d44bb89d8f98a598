//~ family: E0596-shared-reference
fn grow<T: Clone>(p: &mut (Vec<T>, usize)) {
    let (a, n) = p;
    a.truncate(*n);
}

fn main() {
    let mut p = (vec!['x'; 4], 2);
    grow(&mut p);
    let r = &mut p.0;
    r.push('y');
    println!("{p:?}");
}
