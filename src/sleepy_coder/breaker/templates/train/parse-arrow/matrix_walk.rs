//~ family: parse-arrow
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Turn {
    Left,
    Right,
    Back,
}

struct Walker {
    at: (i32, i32),
    facing: (i32, i32),
    log: Vec<String>,
}

impl Walker {
    fn turn(&mut self, turn: Turn) -> &mut Self {
        let (x, y) = self.facing;
        self.facing = match turn {
            Turn::Left => (-y, x),
            Turn::Right => (y, -x),
            Turn::Back => {
                self.log.push(String::from("back"));
                (-x, -y)
            }
        };
        self
    }

    fn go(&mut self, steps: i32) -> Result<(), String> {
        match self.facing {
            (0, 0) => return Err("nowhere".to_string()),
            (x, 0) | (0, x) if x.abs() > 1 => self.log.push(format!("leap {x}")),
            (_, _) => {}
        }
        self.at.0 += self.facing.0 * steps;
        self.at.1 += self.facing.1 * steps;
        Ok(())
    }
}

const TURNS: [Turn; 4] = [Turn::Left, Turn::Left, Turn::Back, Turn::Right];

fn main() {
    let mut walker = Walker { at: (0, 0), facing: (0, 1), log: vec![] };
    for (steps, turn) in TURNS.iter().enumerate() {
        let moved = walker.turn(*turn).go(steps as i32);
        if let Err(why) = moved {
            println!("{why}");
        }
    }
    let quarter = match walker.at {
        (x, y) if x >= 0 && y >= 0 => "first",
        (x, _) if x < 0 => "west",
        _ => "south",
    };
    println!("{:?} {quarter} {:?}", walker.at, walker.log);
}
