//~ family: E0599-variant-typo
#[derive(Debug)]
enum Quiz {
    Asking(usize),
    Finished { right: u32 },
}

struct Round {
    state: Quiz,
    right: u32,
}

impl Round {
    fn answer(&mut self, correct: bool, questions: usize) {
        if let Quiz::Asking(number) = self.state {
            self.right += u32::from(correct);
            self.state = if number + 1 < questions {
                Quiz::Asking(number + 1)
            } else {
                Quiz::Finished { right: self.right }
            };
        }
    }
}

fn main() {
    let mut round = Round { state: Quiz::Asking(0), right: 0 };
    for correct in [true, false, true, true] {
        round.answer(correct, 3);
        println!("{:?}", round.state);
    }
}
