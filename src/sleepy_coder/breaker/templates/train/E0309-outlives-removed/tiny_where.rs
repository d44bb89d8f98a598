//~ family: E0309-outlives-removed
fn f<'a, T>(t: T) -> Box<dyn Fn() -> T + 'a>
where
    T: Copy + 'a,
{
    Box::new(move || t)
}

fn g<'a>(h: impl Fn(u8) -> u8 + 'a) -> Vec<Box<dyn Fn(u8) -> u8 + 'a>> {
    vec![Box::new(h)]
}

fn main() {
    println!("{} {}", f(4)(), g(|x| x + 2)[0](5));
}
