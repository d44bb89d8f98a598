//~ family: E0594-shared-reference
use std::cell::RefCell;

type Action = fn(&mut Machine);

#[derive(Debug, Default, PartialEq)]
struct Machine {
    registers: [u8; 3],
    halted: bool,
}

const PROGRAM: [(&str, Action); 2] =
    [("inc", |machine| machine.registers[0] += 1), ("halt", |machine| machine.halted = true)];

fn apply(machine: &mut Machine, words: &[&str]) -> Result<usize, String> {
    let mut steps = 0;
    for word in words {
        let (_, action) = PROGRAM.iter().find(|(name, _)| name == word).ok_or(word.to_string())?;
        action(machine);
        steps += 1;
    }
    machine.registers[2] = steps as u8;
    Ok(steps)
}

fn doubled(values: &mut Vec<u8>) {
    let change = |value: &mut u8| *value *= 2;
    values.iter_mut().for_each(change);
    if let Some(last) = values.last_mut() {
        *last = 0;
    }
}

fn main() {
    let machine = RefCell::new(Machine::default());
    println!("{:?}", apply(&mut machine.borrow_mut(), &["inc", "inc", "halt"]));
    println!("{:?} {:?}", machine.borrow(), apply(&mut Machine::default(), &["jump"]));
    let mut values = vec![3, 4, 5];
    doubled(&mut values);
    let view = &mut values[..2];
    view[1] = 9;
    println!("{values:?}");
}
