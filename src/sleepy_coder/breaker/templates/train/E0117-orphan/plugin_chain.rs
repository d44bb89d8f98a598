//~ family: E0117-orphan
trait Plugin {
    const TITLE: &'static str;

    fn apply(&self, line: &str) -> String;

    fn describe() -> String
    where
        Self: Sized,
    {
        format!("<{}>", Self::TITLE)
    }
}

struct Trim;

struct Quote {
    mark: char,
}

struct Chain<A, B>(A, B);

impl Plugin for Trim {
    const TITLE: &'static str = "trim";

    fn apply(&self, line: &str) -> String {
        line.trim().to_string()
    }
}

impl Plugin for Quote {
    const TITLE: &'static str = "quote";

    fn apply(&self, line: &str) -> String {
        format!("{0}{line}{0}", self.mark)
    }
}

impl<A: Plugin, B: Plugin> Plugin for Chain<A, B> {
    const TITLE: &'static str = "chain";

    fn apply(&self, line: &str) -> String {
        self.1.apply(&self.0.apply(line))
    }
}

fn main() {
    let chain = Chain(Trim, Chain(Quote { mark: '*' }, Quote { mark: '_' }));
    println!("{} {} {}", Trim::describe(), Quote::describe(), Chain::<Trim, Quote>::describe());
    println!("{}", chain.apply("  padded "));
}
