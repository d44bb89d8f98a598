//~ family: E0384-mut-removed
//~ vary i32: i32 | i64 | isize
//~ vary balanced: balanced | closed | tidy
const SOURCES: &[&str] = &["(a(b)c)", "((x)", "y)("];

fn deepest(text: &str) -> Result<i32, String> {
    let mut depth: i32 = 0;
    let mut deepest_seen = 0;
    for (at, symbol) in text.chars().enumerate() {
        let turn = match symbol {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth += turn;
        if depth < 0 {
            return Err(format!("stray bracket at {at}"));
        }
        deepest_seen = std::cmp::max(deepest_seen, depth);
    }
    if depth == 0 {
        Ok(deepest_seen)
    } else {
        Err(format!("{depth} never closed"))
    }
}

fn main() {
    let mut failures = 0;
    for source in SOURCES.iter() {
        match deepest(source) {
            Ok(level) => println!("{source} is balanced, depth {level}"),
            Err(reason) => {
                failures += 1;
                println!("{source}: {reason}");
            }
        }
    }
    println!("{failures} failures");
}
