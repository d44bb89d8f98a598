//~ family: E0618-call
//~ vary to_uppercase: to_uppercase | to_lowercase
//~ vary ends_with: ends_with | starts_with
fn rhymes(line: &str, ending: &str) -> bool {
    line.trim().ends_with(ending)
}

fn verse(lines: &[&str], ending: &str) -> String {
    let mut out = String::new();
    for line in lines {
        let mark = if rhymes(line, ending) { "~" } else { " " };
        let loud = line.to_uppercase();
        out.push_str(mark);
        out.push_str(&loud);
        out.push('\n');
    }
    out
}

fn main() {
    let lines = ["the cat sat", "on a rug", "with a hat"];
    let ending = "at";
    print!("{}", verse(&lines, ending));
}
