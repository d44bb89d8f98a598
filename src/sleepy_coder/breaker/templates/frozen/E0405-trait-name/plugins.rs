//~ family: E0405-trait-name
trait Filter {
    fn keep(&self, line: &str) -> bool;
    fn label(&self) -> &'static str {
        "filter"
    }
}

struct NotEmpty;
struct Contains(String);

impl Filter for NotEmpty {
    fn keep(&self, line: &str) -> bool {
        !line.trim().is_empty()
    }
}

impl Filter for Contains {
    fn keep(&self, line: &str) -> bool {
        line.contains(&self.0)
    }
    fn label(&self) -> &'static str {
        "grep"
    }
}

struct Chain {
    filters: Vec<Box<dyn Filter>>,
}

impl Chain {
    fn with(mut self, filter: impl Filter + 'static) -> Chain {
        self.filters.push(Box::new(filter));
        self
    }

    fn run(&self, text: &str) -> usize {
        text.lines().filter(|line| self.filters.iter().all(|filter| filter.keep(line))).count()
    }
}

fn main() {
    let chain = Chain { filters: Vec::new() }.with(NotEmpty).with(Contains("ok".to_string()));
    let names: Vec<&str> = chain.filters.iter().map(|filter| filter.label()).collect();
    println!("{} kept by {}", chain.run("ok one\n\nbad two\nok three"), names.join("+"));
}
