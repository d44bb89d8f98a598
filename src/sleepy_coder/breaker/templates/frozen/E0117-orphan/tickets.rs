//~ family: E0117-orphan
use std::str::FromStr;

#[derive(Debug, PartialEq)]
enum Seat {
    Row(u8),
    Standing,
}

struct Ticket {
    seat: Seat,
    cents: u64,
}

impl FromStr for Ticket {
    type Err = String;

    fn from_str(text: &str) -> Result<Ticket, String> {
        let (seat, cents) = text.split_once('@').ok_or_else(|| format!("no price: {text}"))?;
        let seat = seat.parse().map_or(Seat::Standing, Seat::Row);
        Ok(Ticket { seat, cents: cents.parse().map_err(|_| "bad price".to_string())? })
    }
}

fn income(lines: &str) -> Result<u64, String> {
    lines.lines().map(|line| line.parse::<Ticket>().map(|ticket| ticket.cents)).sum()
}

fn main() {
    println!("{:?}", income("4@1500\nfloor@900"));
    println!("{:?}", income("4@1500\nfloor"));
    println!("{}", "x@1".parse::<Ticket>().is_ok_and(|ticket| ticket.seat == Seat::Standing));
}
