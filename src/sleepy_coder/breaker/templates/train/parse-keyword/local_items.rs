//~ family: parse-keyword
mod score {
    pub struct Score {
        points: Vec<u32>,
    }

    impl Score {
        pub const fn new() -> Self {
            Score { points: Vec::new() }
        }

        #[inline]
        pub fn add(&mut self, points: u32) -> &mut Self {
            self.points.push(points);
            self
        }

        pub fn best_of<const N: usize>(&self) -> u32 {
            let mut sorted = self.points.clone();
            sorted.sort_unstable_by(|left, right| right.cmp(left));
            let top = sorted.iter().take(N);
            top.sum()
        }
    }
}

unsafe fn first_unchecked(values: &[u32]) -> u32 {
    *values.as_ptr()
}

fn main() {
    fn parse(text: &str) -> Option<u32> {
        text.trim_start_matches('+').parse().ok()
    }

    let mut score = score::Score::new();
    let joined = "+4 x +11 7";
    for piece in joined.split(' ') {
        let Some(points) = parse(piece) else { continue };
        let _ = score.add(points);
    }
    let show = |best: u32| {
        let stars = "*".repeat(best as usize);
        println!("{stars}");
    };
    show(score.best_of::<2>());
    let first = unsafe { first_unchecked(&[6, 2]) };
    println!("{first}");
}
