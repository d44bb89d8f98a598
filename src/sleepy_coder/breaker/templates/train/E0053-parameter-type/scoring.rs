//~ family: E0053-parameter-type
trait Scorer {
    fn score(&self, words: &[&str]) -> usize;
    fn bonus(&mut self, round: u32) -> u32;
}

struct ByLength;
struct ByCount {
    rounds: u32,
}

impl Scorer for ByLength {
    fn score(&self, words: &[&str]) -> usize {
        words.iter().map(|word| word.len()).sum()
    }
    fn bonus(&mut self, round: u32) -> u32 {
        round * 2
    }
}

impl Scorer for ByCount {
    fn score(&self, words: &[&str]) -> usize {
        words.len() * 10
    }
    fn bonus(&mut self, round: u32) -> u32 {
        self.rounds += round;
        self.rounds
    }
}

fn main() {
    let words = ["pine", "fir", "larch"];
    let mut count = ByCount { rounds: 4 };
    println!("{} {}", ByLength.score(&words), count.score(&words));
    println!("{} {}", ByLength.bonus(3), count.bonus(3) + count.bonus(1));
}
