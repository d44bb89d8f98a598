//~ family: E0268-break
//~ vary u32: u32 | u64
#[derive(Debug)]
enum Refused {
    Locked,
    Short(u32),
}

struct Wallet {
    coins: u32,
    locked: bool,
}

impl Wallet {
    fn pay(&mut self, price: u32) -> Result<u32, Refused> {
        if self.locked {
            return Err(Refused::Locked);
        }
        if price > self.coins {
            return Err(Refused::Short(price - self.coins));
        }
        self.coins -= price;
        Ok(self.coins)
    }
}

fn main() {
    let mut wallet = Wallet { coins: 50, locked: false };
    println!("{:?}", wallet.pay(20));
    println!("{:?}", wallet.pay(45));
    wallet.locked = true;
    println!("{:?}", wallet.pay(1));
}
