//~ family: parse-increment
//~ vary i32: i32 | i64
fn deepest(source: &str) -> Option<i32> {
    let mut depth = 0;
    let mut most = 0;
    for symbol in source.chars() {
        match symbol {
            '(' | '[' => {
                depth += 1;
                most = most.max(depth);
            }
            ')' | ']' => {
                depth -= 1;
                if depth < 0 {
                    return None;
                }
            }
            _ => {}
        }
    }
    if depth == 0 { Some(most) } else { None }
}

fn main() {
    for source in ["f(a[2], g(b))", "(()", "x)"] {
        println!("{source}: {:?}", deepest(source));
    }
}
