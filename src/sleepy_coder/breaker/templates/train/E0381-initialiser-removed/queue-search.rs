//~ family: E0381-initialiser-removed
#[derive(Debug, Clone, Copy, PartialEq)]
enum Seat {
    Free,
    Taken(u16),
}

fn first_free(row: &[Seat]) -> Option<usize> {
    let mut found: Option<usize> = None;
    for (place, seat) in row.iter().enumerate() {
        if *seat == Seat::Free && found.is_none() {
            found = Some(place);
        }
    }
    found
}

fn any_taken_by(row: &[Seat], guest: u16) -> bool {
    let mut taken = false;
    for seat in row {
        if let Seat::Taken(by) = seat {
            if *by == guest {
                taken = true;
            }
        }
    }
    taken
}

fn main() {
    let row = [Seat::Taken(31), Seat::Taken(8), Seat::Free, Seat::Taken(31)];
    println!("free at {:?}", first_free(&row));
    println!("31 here: {}, 77 here: {}", any_taken_by(&row, 31), any_taken_by(&row, 77));
}
