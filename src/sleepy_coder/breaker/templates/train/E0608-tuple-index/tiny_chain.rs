//~ family: E0608-tuple-index
struct M(f64);

fn main() {
    let m = M(2.5);
    let v = vec![(1, "a"), (7, "b")];
    let r = &v[1];
    let half = m.0 / 2.0;
    let s = "x=4".split_once('=').unwrap();
    let n = s.1.len() + r.1.len();
    println!("{half} {n}");
}
