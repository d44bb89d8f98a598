//~ family: E0449-pub-added
#[derive(Clone, Copy)]
enum Tone {
    Low,
    High,
}

trait Instrument {
    fn play(&self, tone: Tone) -> String;

    fn encore(&self) -> String {
        self.play(Tone::High).repeat(2)
    }
}

struct Flute;

impl Instrument for Flute {
    fn play(&self, tone: Tone) -> String {
        match tone {
            Tone::Low => "hoo".to_string(),
            Tone::High => "fii".to_string(),
        }
    }

    fn encore(&self) -> String {
        self.play(Tone::Low) + &self.play(Tone::High)
    }
}

fn main() {
    println!("{}", Flute.encore());
}
