//~ family: E0308-ok-removed
//~ vary i64: i64 | i128
//~ vary wrapping_mul: wrapping_mul | wrapping_add
#[derive(Debug)]
enum Fault {
    Empty,
    Strange(char),
}

#[derive(Default)]
struct Machine {
    cells: Vec<i64>,
}

impl Machine {
    fn feed(&mut self, symbol: char) -> Result<(), Fault> {
        let produced = match symbol {
            '0'..='9' => i64::from(symbol as u8 - b'0'),
            '+' => self.cells.drain(..).sum(),
            'x' => self.cells.drain(..).fold(1, |so_far, cell| cell.wrapping_mul(so_far)),
            ' ' => return Ok(()),
            other => return Err(Fault::Strange(other)),
        };
        self.cells.push(produced);
        Ok(())
    }
}

fn evaluate(program: &str) -> Result<i64, Fault> {
    let mut machine = Machine::default();
    program.chars().try_for_each(|symbol| machine.feed(symbol))?;
    let answer = machine.cells.pop().ok_or(Fault::Empty)?;
    Ok(answer)
}

fn main() {
    for program in ["3 4 + 5 x", " ", "2 y"] {
        println!("{program} => {:?}", evaluate(program));
    }
}
