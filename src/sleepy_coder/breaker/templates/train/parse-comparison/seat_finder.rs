//~ family: parse-comparison
#[derive(Debug, Clone, PartialEq)]
enum Seat {
    Free,
    Taken(u32),
    Broken,
}

fn find(seats: &[Seat], guest: u32) -> Option<usize> {
    for (number, seat) in seats.iter().enumerate() {
        if *seat == Seat::Taken(guest) {
            return Some(number);
        }
    }
    seats.iter().position(|seat| *seat == Seat::Free)
}

fn usable(seats: &[Seat]) -> usize {
    seats.iter().filter(|seat| **seat != Seat::Broken).count()
}

fn main() {
    let seats = vec![Seat::Broken, Seat::Taken(7), Seat::Free, Seat::Taken(4)];
    let found = find(&seats, 4);
    let fallback = find(&seats, 9);
    println!("{found:?} {fallback:?} of {}", usable(&seats));
}
