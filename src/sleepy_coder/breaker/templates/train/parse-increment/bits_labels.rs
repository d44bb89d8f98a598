//~ family: parse-increment
mod calls {
    thread_local! {
        pub static CALLS: std::cell::RefCell<u32> = const { std::cell::RefCell::new(0) };
    }
}

fn ones(mut bits: u64) -> u32 {
    let mut count = 0;
    while bits != 0 {
        bits &= bits - 1;
        count += 1;
    }
    calls::CALLS.with(|calls| *calls.borrow_mut() += 1);
    count
}

fn primes(limit: usize) -> Vec<usize> {
    let mut found: Vec<usize> = vec![];
    let mut at = 2;
    'next: while at < limit {
        for prime in &found {
            if at % prime == 0 {
                at += 1;
                continue 'next;
            }
        }
        found.push(at);
        at += 1;
    }
    found
}

fn levels(text: &str) -> Option<u8> {
    let mut open = 0u8;
    for byte in text.bytes() {
        match byte {
            b'<' => open += 1,
            b'>' if open == 0 => return None,
            b'>' => open -= 1,
            _ => (),
        }
    }
    Some(open)
}

fn main() {
    println!("{} {:?}", ones(0b1011), primes(14));
    println!("{:?} {:?} {}", levels("<a<b>"), levels(">"), calls::CALLS.with(|calls| *calls.borrow()));
}
