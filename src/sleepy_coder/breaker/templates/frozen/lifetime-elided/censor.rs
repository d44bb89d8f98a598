//~ family: lifetime-elided
trait Filter {
    fn clean<'t>(&self, text: &'t str) -> &'t str;
}

struct Suffix(String);
struct Upto(char);

impl Filter for Suffix {
    fn clean<'t>(&self, text: &'t str) -> &'t str {
        text.strip_suffix(self.0.as_str()).unwrap_or(text)
    }
}

impl Filter for Upto {
    fn clean<'t>(&self, text: &'t str) -> &'t str {
        text.split(self.0).next().unwrap_or_default()
    }
}

struct Stack {
    filters: Vec<Box<dyn Filter>>,
}

impl Stack {
    fn apply<'t>(&self, text: &'t str) -> &'t str {
        self.filters.iter().fold(text, |rest, filter| filter.clean(rest))
    }
}

fn main() {
    let stack = Stack { filters: vec![Box::new(Upto('#')), Box::new(Suffix("; ".to_string()))] };
    println!("[{}] [{}]", stack.apply("run 5; # fast"), stack.apply("stop"));
}
