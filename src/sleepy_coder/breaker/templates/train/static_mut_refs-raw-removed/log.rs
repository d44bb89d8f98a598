//~ family: static_mut_refs-raw-removed
//~ edition: 2024
static mut LOG: Vec<String> = Vec::new();

fn log(line: &str) -> usize {
    unsafe {
        let log = &mut *(&raw mut LOG);
        log.push(line.to_uppercase());
        log.len()
    }
}

fn last() -> Option<String> {
    unsafe { (*(&raw const LOG)).last().cloned() }
}

fn main() {
    println!("{:?}", last());
    println!("{} {}", log("start"), log("stop"));
    println!("{:?}", last());
}
