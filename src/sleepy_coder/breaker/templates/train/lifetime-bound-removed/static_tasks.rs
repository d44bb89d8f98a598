//~ family: lifetime-bound-removed
use std::rc::Rc;

trait Source {
    fn lines<'s>(&'s self) -> Box<dyn Iterator<Item = &'s str> + 's>;

    fn checker<'s>(&'s self, least: usize) -> Rc<dyn Fn(&str) -> bool + 's>;
}

struct Memory {
    text: String,
    banned: Vec<&'static str>,
}

impl Source for Memory {
    fn lines<'s>(&'s self) -> Box<dyn Iterator<Item = &'s str> + 's> {
        Box::new(self.text.lines().filter(|line| !line.trim().is_empty()))
    }

    fn checker<'s>(&'s self, least: usize) -> Rc<dyn Fn(&str) -> bool + 's> {
        let enough = move |line: &str| line.len() >= least;
        Rc::new(move |line| enough(line) && !self.banned.contains(&line))
    }
}

fn both<'a, 'l, 'r: 'a + 'l>(left: &'l str, right: &'r str, out: &mut Vec<&'a str>) -> &'l str {
    out.push(right);
    if left.is_empty() {
        return right;
    }
    left
}

fn main() {
    let memory = Memory { text: "alpha\n\nbeta\nhi".to_string(), banned: vec!["beta"] };
    let check = memory.checker(3);
    println!("{:?}", memory.lines().filter(|line| check(line)).collect::<Vec<_>>());
    let mut out = Vec::new();
    println!("{} {}", both("", "r", &mut out), both("l", "s", &mut out));
    println!("{out:?}");
}
