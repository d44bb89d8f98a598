//~ family: parse-increment
#[derive(Default, Debug)]
struct Tally {
    vowels: usize,
    others: usize,
}

impl Tally {
    fn add_letter(&mut self, letter: char) {
        if "aeiou".contains(letter) {
            self.vowels += 1;
        } else {
            self.others += 1;
        }
    }
}

fn tally(text: &str) -> Tally {
    let mut tally = Tally::default();
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        tally.add_letter(letter);
    }
    tally
}

fn main() {
    println!("{:?}", tally("a quiet evening at sea"));
    println!("{:?}", tally("rhythm"));
}
