//~ family: E0038-sized-removed
mod events {
    pub trait Observer {
        fn notify(&mut self, code: u16);

        fn labelled(label: &str) -> Self
        where
            Self: Sized;

        fn replay<'a>(&mut self, codes: impl IntoIterator<Item = &'a u16>)
        where
            Self: Sized,
        {
            for code in codes {
                self.notify(*code);
            }
        }
    }
}

use events::Observer;

struct Log {
    label: String,
    seen: Vec<u16>,
}

impl Observer for Log {
    fn notify(&mut self, code: u16) {
        self.seen.push(code);
    }
    fn labelled(label: &str) -> Log {
        Log { label: label.to_string(), seen: Vec::new() }
    }
}

fn main() {
    let mut one = Log::labelled("door");
    one.replay(&[4, 9]);
    let target: &mut dyn Observer = &mut one;
    target.notify(12);
    println!("{} {:?}", one.label, one.seen);
}
