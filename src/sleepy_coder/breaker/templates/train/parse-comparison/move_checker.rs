//~ family: parse-comparison
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Dark,
    Light,
}

type Square = Option<Side>;

struct Game {
    board: [[Square; 4]; 4],
    turn: Side,
}

impl Game {
    fn legal(&self, row: usize, column: usize) -> Result<(), &'static str> {
        let cell = self.board.get(row).and_then(|line| line.get(column)).ok_or("outside")?;
        if *cell != None {
            return Err("taken");
        }
        let touching = self.board[row].iter().any(|near| *near == Some(self.turn));
        (touching || row == column).then_some(()).ok_or("alone")
    }

    fn play(&mut self, row: usize, column: usize) -> bool {
        let legal = self.legal(row, column) == Ok(());
        if legal {
            self.board[row][column] = Some(self.turn);
            self.turn = if self.turn == Side::Dark { Side::Light } else { Side::Dark };
        }
        legal
    }

    fn count(&self, side: Side) -> usize {
        self.board.iter().map(|line| line.iter().filter(|cell| **cell == Some(side)).count()).sum()
    }
}

fn main() {
    let mut game = Game { board: [[None; 4]; 4], turn: Side::Dark };
    let played = [(1, 1), (1, 2), (2, 2), (9, 0)].map(|(row, column)| game.play(row, column));
    println!("{played:?} {} {:?}", game.count(Side::Light), game.legal(1, 1));
}
