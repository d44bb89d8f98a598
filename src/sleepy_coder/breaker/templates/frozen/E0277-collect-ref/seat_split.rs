//~ family: E0277-collect-ref
//~ vary u16: u16 | u32 | usize
fn split_seats(seats: &[u16], taken: &[u16]) -> (Vec<u16>, Vec<u16>) {
    let free: Vec<u16> = seats.iter().copied().filter(|seat| !taken.contains(seat)).collect();
    let known: Vec<u16> = taken.iter().filter(|seat| seats.contains(*seat)).copied().collect();
    (free, known)
}

fn main() {
    let seats: Vec<u16> = (1..=9).collect();
    let taken = [4, 7, 50];
    let (free, known) = split_seats(&seats, &taken);
    let shown: Vec<String> = free.iter().map(|seat| format!("#{}", seat)).collect();
    println!("free {}", shown.join(" "));
    println!("sold {:?}", known);
}
