//~ family: E0423-struct-parens
#[derive(Debug, Clone)]
struct Lock {
    level: u32,
    length: u32,
    open: bool,
}

struct Canal {
    locks: Vec<Lock>,
    tolls: u32,
}

impl Canal {
    fn add(&mut self, level: u32, length: u32) {
        self.locks.push(Lock { level, length, open: false });
    }

    fn rise(&self) -> u32 {
        self.locks.iter().map(|lock| lock.level).sum()
    }
}

fn main() {
    let mut canal = Canal { locks: Vec::new(), tolls: 4 };
    canal.add(3, 40);
    canal.add(5, 38);
    let spare = Lock { level: 1, length: 20, open: true };
    println!("{:?} {}", spare, canal.rise() * canal.tolls);
    println!("{:?}", canal.locks);
}
