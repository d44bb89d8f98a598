//~ family: E0062-field-twice
//~ vary i64: i64 | u32 | f64
#[derive(Debug)]
struct Tagged<T> {
    tag: &'static str,
    inner: T,
}

fn tagged<T>(tag: &'static str, inner: T) -> Tagged<T> {
    Tagged { tag, inner }
}

impl<T: Clone> Tagged<T> {
    fn twin(&self) -> Tagged<(T, T)> {
        let both = (self.inner.clone(), self.inner.clone());
        Tagged { tag: "twin", inner: both }
    }
}

fn main() {
    let number = tagged("number", 64 as i64);
    let word = Tagged { tag: "word", inner: String::from("moss") };
    println!("{:?} {:?}", number.twin(), word.twin());
    println!("{} {}", number.tag, word.tag);
}
