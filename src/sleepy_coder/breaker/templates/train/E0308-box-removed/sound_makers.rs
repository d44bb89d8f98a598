//~ family: E0308-box-removed
trait Sound {
    fn make(&self) -> String;
}

struct Bell;
struct Drum {
    beats: usize,
}

impl Sound for Bell {
    fn make(&self) -> String {
        "ding".to_string()
    }
}

impl Sound for Drum {
    fn make(&self) -> String {
        "tum".repeat(self.beats)
    }
}

fn choose(beats: usize) -> Box<dyn Sound> {
    if beats == 0 {
        return Box::new(Bell);
    }
    Box::new(Drum { beats })
}

fn main() {
    for beats in 0..3 {
        println!("{}", choose(beats).make());
    }
}
