//~ family: E0277-index-cast
#[derive(Debug, Clone, Copy)]
enum Op {
    Load(u8),
    Add { to: u8, from: u8 },
    Jump(i16),
    Halt,
}

#[derive(Default)]
struct Machine {
    registers: [i64; 8],
    memory: Vec<i64>,
    counter: u32,
}

impl Machine {
    fn step(&mut self, program: &[Op]) -> Result<bool, Op> {
        let op = program[self.counter as usize];
        self.counter += 1;
        match op {
            Op::Load(at) if usize::from(at) >= self.memory.len() => return Err(op),
            Op::Load(at) => self.registers[0] = self.memory[at as usize],
            Op::Add { to, from } => {
                let more = self.registers[from as usize];
                self.registers[to as usize] += more;
            }
            Op::Jump(by) => self.counter = self.counter.saturating_add_signed(by.into()),
            Op::Halt => return Ok(false),
        }
        Ok(true)
    }
}

fn main() {
    let program = [Op::Load(1), Op::Add { to: 3, from: 0 }, Op::Jump(1), Op::Load(9), Op::Halt];
    let mut machine = Machine { memory: vec![5, 70], ..Machine::default() };
    while let Ok(true) = machine.step(&program) {}
    println!("{:?} {}", machine.registers, machine.counter);
}
