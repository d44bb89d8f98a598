//~ family: E0782-dyn-removed
//~ vary u16: u16 | u32 | i64
use std::error::Error;

#[derive(Debug)]
struct Ticket {
    row: char,
    seat: u16,
}

fn parse_ticket(code: &str) -> Result<Ticket, Box<dyn Error>> {
    let mut letters = code.chars();
    let row = letters.next().ok_or("empty code")?;
    if !row.is_ascii_uppercase() {
        return Err(format!("row {row} is not a capital letter").into());
    }
    let seat = letters.as_str().parse::<u16>()?;
    Ok(Ticket { row, seat })
}

fn explain(problem: &dyn Error) -> String {
    problem.to_string().to_uppercase()
}

fn main() {
    let mut accepted = 0;
    for code in ["B12", "c7", "", "D", "A40"] {
        match parse_ticket(code) {
            Ok(ticket) => {
                accepted += 1;
                println!("{} seat {}", ticket.row, ticket.seat);
            }
            Err(problem) => println!("'{code}': {}", explain(problem.as_ref())),
        }
    }
    println!("{accepted} tickets accepted");
}
