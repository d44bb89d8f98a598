//~ family: E0185-self-added
trait Rule {
    fn code() -> u16;
    fn check(text: &str) -> bool;
    fn report(text: &str) -> Option<u16> {
        if Self::check(text) { None } else { Some(Self::code()) }
    }
}

struct NoTabs;
struct ShortLines;

impl Rule for NoTabs {
    fn code() -> u16 {
        101
    }

    fn check(text: &str) -> bool {
        !text.contains('\t')
    }
}

impl Rule for ShortLines {
    fn code() -> u16 {
        204
    }

    fn check(text: &str) -> bool {
        text.lines().all(|line| line.len() < 12)
    }
}

fn run(text: &str) -> Vec<u16> {
    [NoTabs::report(text), ShortLines::report(text)].into_iter().flatten().collect()
}

fn main() {
    println!("{:?}", run("fine\nshort"));
    println!("{:?}", run("a\tb and much longer"));
}
