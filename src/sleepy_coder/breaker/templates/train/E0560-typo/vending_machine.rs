//~ family: E0560-typo
//~ vary u32: u32 | u64 | i32
//~ vary pretzel: pretzel | cracker | waffle
enum Step {
    Paid { inserted: u32 },
    Chosen { snack: &'static str, price: u32 },
    Cancelled,
}

#[derive(Default)]
struct Machine {
    credit: u32,
    earned: u32,
    delivered: Vec<&'static str>,
}

fn apply(machine: Machine, step: Step) -> Machine {
    match step {
        Step::Paid { inserted } => Machine { credit: machine.credit + inserted, ..machine },
        Step::Chosen { snack, price } if price <= machine.credit => {
            let mut delivered = machine.delivered;
            delivered.push(snack);
            Machine { credit: machine.credit - price, earned: machine.earned + price, delivered }
        }
        Step::Chosen { .. } => machine,
        Step::Cancelled => Machine { credit: 0, ..machine },
    }
}

fn main() {
    let steps = vec![
        Step::Paid { inserted: 50 },
        Step::Chosen { snack: "pretzel", price: 15 },
        Step::Chosen { snack: "juice", price: 18 },
        Step::Cancelled,
    ];
    let machine = steps.into_iter().fold(Machine::default(), apply);
    println!("{:?} earned {} left {}", machine.delivered, machine.earned, machine.credit);
}
