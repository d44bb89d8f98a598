//~ family: E0532-arguments-removed
#[derive(Clone, Copy)]
enum Key {
    Letter(char),
    Function(u8),
    Chord(char, bool),
    Escape,
}

fn counts(keys: &[Key]) -> (usize, usize, usize) {
    let mut counts = (0, 0, 0);
    for key in keys {
        match key {
            Key::Letter(_) => counts.0 += 1,
            Key::Function(_) => counts.1 += 1,
            Key::Chord(..) => counts.2 += 1,
            Key::Escape => break,
        }
    }
    counts
}

fn main() {
    let keys = [Key::Letter('q'), Key::Chord('c', true), Key::Function(5), Key::Letter('w'), Key::Escape];
    println!("{:?}", counts(&keys));
    println!("{:?}", counts(&keys[4..]));
}
