//~ family: E0618-call
//~ vary u64: u64 | u32 | i32
#[derive(Debug)]
struct Shortfall {
    missing: u64,
}

fn change(mut amount: u64, coins: &[u64]) -> Result<Vec<u64>, Shortfall> {
    let mut handed = Vec::new();
    for &coin in coins {
        while amount >= coin {
            amount -= coin;
            handed.push(coin);
        }
    }
    if amount == 0 {
        Ok(handed)
    } else {
        let missing = amount;
        Err(Shortfall { missing })
    }
}

fn main() {
    let coins = [20, 10, 5];
    println!("{:?}", change(35, &coins));
    println!("{:?}", change(13, &coins));
}
