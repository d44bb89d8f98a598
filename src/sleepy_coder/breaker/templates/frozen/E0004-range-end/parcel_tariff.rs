//~ family: E0004-range-end
enum Size {
    Flat(u16),
    Boxed { litres: u16 },
}

fn tariff(size: &Size) -> Option<u32> {
    match size {
        Size::Flat(0..=20) => Some(1),
        Size::Flat(21..=u16::MAX) => Some(2),
        Size::Boxed { litres: 0..=30 } => Some(5),
        Size::Boxed { litres: 31..=100 } => Some(9),
        Size::Boxed { litres: 101.. } => None,
    }
}

fn main() {
    let sizes = [Size::Flat(20), Size::Flat(90), Size::Boxed { litres: 30 }, Size::Boxed { litres: 100 }];
    let total: u32 = sizes.iter().filter_map(tariff).sum();
    println!("{total} {:?}", tariff(&Size::Boxed { litres: 300 }));
}
