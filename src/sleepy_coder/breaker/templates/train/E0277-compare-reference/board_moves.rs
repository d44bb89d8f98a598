//~ family: E0277-compare-reference
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Cross,
    Ring,
}

struct Board {
    squares: [Option<Mark>; 9],
    moves: Vec<usize>,
}

const LINES: [[usize; 3]; 4] = [[0, 1, 2], [3, 4, 5], [0, 4, 8], [2, 4, 6]];

impl Board {
    fn play(&mut self, at: usize, mark: Mark) -> Result<usize, String> {
        match self.squares.get_mut(at) {
            None => Err(format!("no square {at}")),
            Some(square) => {
                if *square != None {
                    return Err(format!("{square:?} is there"));
                }
                *square = Some(mark);
                self.moves.push(at);
                Ok(self.moves.len())
            }
        }
    }

    fn winner(&self, mark: &Mark) -> bool {
        LINES.iter().any(|line| line.iter().all(|at| self.squares[*at].is_some_and(|found| found == *mark)))
    }

    fn repeats(&self) -> usize {
        let pairs = self.moves.windows(2).filter(|pair| pair[0] + 1 == pair[1]);
        let centre = self.moves.iter().skip_while(|at| **at != 4).count();
        pairs.count() + centre
    }
}

fn count<T: PartialEq>(items: &[T], wanted: &T) -> usize {
    let mut total = 0;
    for item in items {
        total += usize::from(*item == *wanted);
    }
    total
}

fn main() {
    let mut board = Board { squares: [None; 9], moves: vec![] };
    for (at, mark) in [(0, Mark::Cross), (3, Mark::Ring), (4, Mark::Cross), (4, Mark::Ring), (8, Mark::Cross)] {
        println!("{:?}", board.play(at, mark));
    }
    println!("{} {} {}", board.winner(&Mark::Cross), board.repeats(), count(&board.squares, &Some(Mark::Ring)));
}
