//~ family: E0005-else-removed
//~ vary u16: u16 | u32
fn announce(waiting: &mut Vec<Option<&str>>, day: u16) {
    let Some(next) = waiting.pop() else { return };
    let Some(name) = next else {
        return;
    };
    println!("day {day}: {name}");
}

fn main() {
    let mut waiting = vec![Some("Oda"), None, Some("Lev")];
    for day in 1..6 {
        announce(&mut waiting, day);
    }
    println!("{} left", waiting.len());
}
