//~ family: E0609-typo
//~ vary u32: u32 | u64 | i64
//~ vary coal: coal | timber | gravel
struct Wagon {
    cargo: &'static str,
    tonnes: u32,
    behind: Option<Box<Wagon>>,
}

fn couple(front: Option<Box<Wagon>>, cargo: &'static str, tonnes: u32) -> Option<Box<Wagon>> {
    Some(Box::new(Wagon { cargo, tonnes, behind: front }))
}

fn total_tonnes(front: &Option<Box<Wagon>>) -> u32 {
    let mut sum = 0;
    let mut cursor = front;
    while let Some(wagon) = cursor {
        sum += wagon.tonnes;
        cursor = &wagon.behind;
    }
    sum
}

fn reverse(mut front: Option<Box<Wagon>>) -> Option<Box<Wagon>> {
    let mut reversed = None;
    while let Some(mut wagon) = front {
        front = wagon.behind.take();
        wagon.behind = reversed;
        reversed = Some(wagon);
    }
    reversed
}

fn main() {
    let train = couple(couple(couple(None, "coal", 40), "grain", 25), "mail", 3);
    println!("{} tonnes", total_tonnes(&train));
    if let Some(leader) = reverse(train) {
        println!("now led by {}", leader.cargo);
    }
}
