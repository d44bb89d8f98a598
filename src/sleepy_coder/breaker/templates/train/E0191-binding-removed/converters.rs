//~ family: E0191-binding-removed
trait Convert {
    type Out;
    fn convert(&self, text: &str) -> Self::Out;
}

struct Length;
struct Doubled(usize);

impl Convert for Length {
    type Out = usize;
    fn convert(&self, text: &str) -> usize {
        text.len()
    }
}

impl Convert for Doubled {
    type Out = usize;
    fn convert(&self, text: &str) -> usize {
        text.len() * 2 + self.0
    }
}

fn all(converters: &[Box<dyn Convert<Out = usize>>], text: &str) -> Vec<usize> {
    converters.iter().map(|converter| converter.convert(text)).collect()
}

fn best(left: &dyn Convert<Out = usize>, right: &dyn Convert<Out = usize>) -> usize {
    left.convert("gravel").max(right.convert("sand"))
}

fn main() {
    println!("{:?}", all(&[Box::new(Length), Box::new(Doubled(1))], "pebble"));
    println!("{}", best(&Length, &Doubled(0)));
}
