//~ family: E0308-if-assign
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Free,
    Round,
    Cross,
}

struct Board([[Mark; 3]; 3]);

impl Board {
    fn play(&mut self, row: usize, column: usize, mark: Mark) -> Result<(), &'static str> {
        if self.0[row][column] == Mark::Free {
            self.0[row][column] = mark;
            Ok(())
        } else if self.0[row][column] == mark {
            Err("you were here before")
        } else {
            Err("taken")
        }
    }

    fn row_of(&self, mark: Mark) -> Option<usize> {
        (0..3).find(|&row| {
            let mut count = 0;
            for cell in &self.0[row] {
                if *cell == mark {
                    count += 1;
                }
            }
            count == 3
        })
    }
}

fn main() {
    let mut board = Board([[Mark::Free; 3]; 3]);
    for column in 0..3 {
        let played = board.play(1, column, Mark::Cross);
        if played == Ok(()) {
            print!("x");
        }
    }
    println!(" {:?} {:?}", board.row_of(Mark::Cross), board.row_of(Mark::Round));
    println!("{:?}", board.play(1, 1, Mark::Round));
}
