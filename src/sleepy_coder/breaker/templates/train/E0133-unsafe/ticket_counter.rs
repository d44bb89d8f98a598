//~ family: E0133-unsafe
//~ vary u32: u32 | u64 | i32
static mut ISSUED: u32 = 0;

struct Ticket {
    number: u32,
    seat: char,
}

fn issue(seat: char) -> Ticket {
    unsafe { ISSUED += 1 };
    let number = unsafe { ISSUED };
    Ticket { number, seat }
}

fn main() {
    for seat in ['a', 'b', 'c'] {
        let ticket = issue(seat);
        println!("{}{}", ticket.seat, ticket.number);
    }
    println!("{} issued", unsafe { ISSUED });
}
