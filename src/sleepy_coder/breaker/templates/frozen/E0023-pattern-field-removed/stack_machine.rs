//~ family: E0023-pattern-field-removed
//~ vary i32: i32 | i64
//~ vary loop_top: loop_top | origin | retry_point
#[derive(Clone)]
enum Op {
    Put(i32),
    Combine(char, i32),
    Jump(usize, &'static str),
}

fn execute(program: &[Op]) -> Result<i32, String> {
    let (mut at, mut register, mut fuel) = (0, 0, 12);
    while let Some(op) = program.get(at) {
        at += 1;
        fuel -= 1;
        match op {
            Op::Put(value) => register = *value,
            Op::Combine('+', value) => register += value,
            Op::Combine(symbol, _) => return Err(format!("no operator {symbol}")),
            Op::Jump(target, _) if fuel > 0 => at = *target,
            Op::Jump(_, label) => return Err(format!("looping at {label} with {register}")),
        }
    }
    Ok(register)
}

fn main() {
    let straight = vec![Op::Put(30), Op::Combine('+', 12)];
    let mut circular = straight.clone();
    circular.push(Op::Jump(1, "loop_top"));
    for program in [straight, circular, vec![Op::Combine('?', 5)]] {
        println!("{:?}", execute(&program));
    }
}
