//~ family: E0521-owned-removed
use std::thread;

fn render(rows: &[[u8; 2]], mark: &char) -> Vec<String> {
    let mark = mark.clone();
    let rows = rows.to_owned();
    let painter = thread::Builder::new().name("painter".into());
    let handle = painter.spawn(move || {
        rows.iter().map(|row| format!("{}{mark}{}", row[0], row[1])).collect::<Vec<_>>()
    });
    handle.unwrap().join().unwrap()
}

fn main() {
    for line in render(&[[1, 2], [30, 4]], &'|') {
        println!("{line}");
    }
}
