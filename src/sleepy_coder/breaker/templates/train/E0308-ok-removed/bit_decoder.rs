//~ family: E0308-ok-removed
//~ vary u32: u32 | u64
use std::convert::TryFrom;

#[derive(Debug, Clone, Copy)]
#[repr(u8)]
enum Op {
    Push = 1,
    Add,
    Halt,
}

impl TryFrom<u8> for Op {
    type Error = u8;

    fn try_from(byte: u8) -> Result<Self, Self::Error> {
        Ok(match byte {
            1 => Op::Push,
            2 => Op::Add,
            3 => Op::Halt,
            other => return Err(other),
        })
    }
}

#[allow(dead_code)]
#[derive(Debug)]
enum Fault {
    BadOp { byte: u8, at: usize },
    Underflow,
    Truncated(usize),
}

fn varint(bytes: &mut impl Iterator<Item = u8>) -> Result<u32, usize> {
    let mut value = 0;
    for (count, byte) in bytes.enumerate() {
        value |= u32::from(byte & 0x7f) << (7 * count);
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(value as usize)
}

fn execute(code: &[u8]) -> Result<Option<u32>, Fault> {
    let mut stack = Vec::new();
    let mut bytes = code.iter().copied();
    while let Some(byte) = bytes.next() {
        let at = code.len() - bytes.len() - 1;
        match Op::try_from(byte).map_err(|byte| Fault::BadOp { byte, at })? {
            Op::Push => stack.push(varint(&mut bytes).map_err(Fault::Truncated)?),
            Op::Add => {
                let (Some(a), Some(b)) = (stack.pop(), stack.pop()) else {
                    return Err(Fault::Underflow);
                };
                stack.push(a + b);
            }
            Op::Halt => break,
        }
    }
    Ok(stack.pop())
}

fn main() {
    println!("{:?}", execute(&[1, 0x81, 1, 1, 5, 2, 3]));
    println!("{:?} {:?}", execute(&[2]), execute(&[9]));
}
