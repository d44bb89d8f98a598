//~ family: E0252-import-twice
use std::sync::{Mutex, mpsc::channel};
use std::{env, thread};
fn main() {
    let (t, r) = channel();
    let m = Mutex::new(env::args().count());
    thread::spawn(move || t.send(m.into_inner().is_ok()));
    println!("{:?}", r.recv());
}
