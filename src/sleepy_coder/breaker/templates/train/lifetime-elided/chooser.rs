//~ family: lifetime-elided
#[derive(Debug)]
struct Candidate {
    name: &'static str,
    score: u32,
}

struct Chooser {
    least: u32,
    asked: u32,
}

impl Chooser {
    fn first<'c>(&self, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
        candidates.iter().find(|candidate| candidate.score >= self.least)
    }

    fn better<'c>(&mut self, left: &'c Candidate, right: &'c Candidate) -> &'c Candidate {
        self.asked += 1;
        if left.score > right.score { left } else { right }
    }
}

fn main() {
    let candidates = [Candidate { name: "mole", score: 3 }, Candidate { name: "vole", score: 8 }];
    let mut chooser = Chooser { least: 5, asked: 0 };
    println!("{:?}", chooser.first(&candidates));
    let best = chooser.better(&candidates[0], &candidates[1]);
    println!("{} {}", best.name, chooser.asked);
}
