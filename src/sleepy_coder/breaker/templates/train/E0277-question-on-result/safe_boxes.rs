//~ family: E0277-question-on-result
use std::collections::HashMap;

#[derive(Debug)]
enum Refusal {
    Wrong,
    Locked,
}

struct Safe {
    code: u32,
    tries: u32,
    content: &'static str,
}

impl Safe {
    fn open(&mut self, code: u32) -> Result<&'static str, Refusal> {
        if self.tries == 0 {
            return Err(Refusal::Locked);
        }
        self.tries -= 1;
        if code == self.code { Ok(self.content) } else { Err(Refusal::Wrong) }
    }
}

fn fetch(safes: &mut HashMap<char, Safe>, name: char, code: u32) -> Option<String> {
    let safe = safes.get_mut(&name)?;
    let content = safe.open(code).ok()?;
    Some(content.to_uppercase())
}

fn main() {
    let mut safes = HashMap::from([('a', Safe { code: 77, tries: 1, content: "deed" })]);
    println!("{:?}", fetch(&mut safes, 'b', 77));
    println!("{:?}", fetch(&mut safes, 'a', 77));
    println!("{:?} {:?}", fetch(&mut safes, 'a', 77), safes[&'a'].open_again());
}

impl Safe {
    fn open_again(&self) -> u32 {
        self.tries
    }
}
