//~ family: E0600-negate
//~ vary u64: u64 | u32 | u16
use std::collections::VecDeque;

struct Customer {
    arrived: u64,
    need: u64,
}

fn serve(mut line: VecDeque<Customer>) -> Vec<u64> {
    let mut clock: u64 = 0;
    let mut done = Vec::new();
    while let Some(customer) = line.pop_front() {
        let arrived = customer.arrived;
        if arrived > clock {
            clock = arrived;
        }
        clock = clock + customer.need;
        done.push(clock);
    }
    done
}

fn main() {
    let mut line = VecDeque::new();
    line.push_back(Customer { arrived: 0, need: 4 });
    line.push_back(Customer { arrived: 1, need: 7 });
    line.push_back(Customer { arrived: 30, need: 5 });
    let done = serve(line);
    println!("{:?}", done);
}
