//~ family: E0531-variant-typo
mod order {
    #[derive(Debug)]
    pub enum Status {
        Waiting(u32),
        Shipped(&'static str),
        Lost,
    }
}

use order::Status::{self, Lost, Shipped, Waiting};

fn line(status: &Status) -> String {
    match status {
        Waiting(days) => format!("{days} days more"),
        Shipped(with) => format!("on its way with {with}"),
        Lost => "lost".to_string(),
    }
}

fn main() {
    for status in [Waiting(3), Shipped("Postal"), Lost] {
        println!("{}", line(&status));
    }
}
