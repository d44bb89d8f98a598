//~ family: E0596-shared-reference
use std::fmt::Write;

fn render(out: &mut String, depth: usize, name: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(name);
    out.push('\n');
}

fn summary(out: &mut String, count: usize) -> std::fmt::Result {
    write!(out, "{count} lines")
}

fn main() -> std::fmt::Result {
    let mut out = String::new();
    for (depth, name) in ["root", "branch", "leaf"].iter().enumerate() {
        render(&mut out, depth, name);
    }
    summary(&mut out, 3)?;
    println!("{out}");
    Ok(())
}
