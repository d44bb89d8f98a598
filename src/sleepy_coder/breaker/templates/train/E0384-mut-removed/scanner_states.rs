//~ family: E0384-mut-removed
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Plain,
    Quoted,
    Escaped,
}

fn fields(line: &str) -> usize {
    let mut state = State::Plain;
    let mut commas = 0;
    for c in line.chars() {
        state = match (state, c) {
            (State::Plain, '"') => State::Quoted,
            (State::Quoted, '\\') => State::Escaped,
            (State::Quoted, '"') => State::Plain,
            (State::Plain, ',') => {
                commas += 1;
                State::Plain
            }
            (State::Escaped, _) => State::Quoted,
            (other, _) => other,
        };
    }
    commas + 1
}

fn longest(lines: &[&str]) -> Option<String> {
    let (mut best, mut width) = (None, 0);
    for &line in lines {
        if fields(line) <= width {
            continue;
        }
        width = fields(line);
        best = Some(line.to_uppercase());
    }
    best
}

fn main() {
    println!("{} {:?}", fields(r#"a,"b,c",d"#), longest(&["x", "x,y", "z"]));
    let mut previous: Option<char> = None;
    for c in "aab".chars() {
        if previous == Some(c) {
            println!("double {c}");
        }
        previous = Some(c);
    }
}
