//~ family: E0038-sized-removed
trait Codec {
    fn encode(&self, text: &str) -> String;

    fn name() -> &'static str
    where
        Self: Sized;

    fn chain<C: Codec>(self, next: C) -> Chain<Self, C>
    where
        Self: Sized,
    {
        Chain { first: self, next }
    }
}

struct Reverse;
struct Shift(u8);
struct Chain<A, B> {
    first: A,
    next: B,
}

impl Codec for Reverse {
    fn encode(&self, text: &str) -> String {
        text.chars().rev().collect()
    }
    fn name() -> &'static str {
        "reverse"
    }
}

impl Codec for Shift {
    fn encode(&self, text: &str) -> String {
        text.bytes().map(|byte| (byte + self.0) as char).collect()
    }
    fn name() -> &'static str {
        "shift"
    }
}

impl<A: Codec, B: Codec> Codec for Chain<A, B> {
    fn encode(&self, text: &str) -> String {
        self.next.encode(&self.first.encode(text))
    }
    fn name() -> &'static str {
        "chain"
    }
}

fn main() {
    let both: Box<dyn Codec> = Box::new(Reverse.chain(Shift(1)));
    println!("{} with {} and {}", both.encode("hal"), Reverse::name(), Shift::name());
}
