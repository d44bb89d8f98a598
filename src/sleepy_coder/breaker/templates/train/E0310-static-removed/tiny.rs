//~ family: E0310-static-removed
fn keep<T: ToString + 'static>(t: T) -> Box<dyn ToString> {
    Box::new(t)
}

fn main() {
    println!("{} {}", keep(4).to_string(), keep('z').to_string());
}
