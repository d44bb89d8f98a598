//~ family: E0015-const-removed
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(u8)]
enum Op {
    Halt = 0,
    Load = code(2, 1),
    Store = pack([1, 3]),
}

const fn code(group: u8, index: u8) -> u8 {
    group * 16 + index
}

const fn pack(parts: [u8; 2]) -> u8 {
    let [high, low] = parts;
    (high << 4) | low
}

struct Version {
    major: u16,
    minor: u16,
}

impl Version {
    const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }
}

static CURRENT: Version = Version::new(2, 9);

fn decode(byte: u8) -> Option<Op> {
    [Op::Halt, Op::Load, Op::Store].into_iter().find(|op| *op as u8 == byte)
}

fn main() {
    for byte in [0, 33, 19, 7] {
        println!("{:?}", decode(byte));
    }
    println!("v{}.{}", CURRENT.major, CURRENT.minor);
}
