//~ family: E0106-lifetime-removed
//~ vary CCACGT: CCACGT | TTACGT | GACACG
fn overlap<'g>(front: &'g str, back: &'g str) -> &'g str {
    let mut best = "";
    for (cut, _) in front.char_indices() {
        let tail = &front[cut..];
        if back.starts_with(tail) && tail.len() > best.len() {
            best = tail;
        }
    }
    best
}

fn richer<'g>(one: &'g str, two: &'g str, base: char) -> &'g str {
    let tally = |strand: &str| strand.chars().filter(|letter| *letter == base).count();
    if tally(one) < tally(two) { two } else { one }
}

fn main() {
    let strands = vec!["CCACGT", "ACGTAA", "GTAAGG"];
    for (front, back) in strands.iter().zip(strands.iter().skip(1)) {
        println!("{front} + {back}: shares '{}', richer in A: {}", overlap(front, back), richer(front, back, 'A'));
    }
}
