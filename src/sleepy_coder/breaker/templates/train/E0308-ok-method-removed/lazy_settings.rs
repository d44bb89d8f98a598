//~ family: E0308-ok-method-removed
use std::collections::HashMap;
use std::fmt::Debug;
use std::num::NonZeroU32;
use std::str::FromStr;

struct Args<'a> {
    given: HashMap<&'a str, &'a str>,
}

fn keep<T, E: Debug>(tried: Result<T, E>, quiet: bool) -> Option<T> {
    if quiet {
        return tried.ok();
    }
    match tried {
        Ok(value) => Some(value),
        Err(error) => {
            println!("{error:?}");
            None
        }
    }
}

impl<'a> Args<'a> {
    fn get<T: FromStr>(&self, name: &str) -> Option<T> {
        let Some(text) = self.given.get(name) else {
            return None;
        };
        T::from_str(text).ok()
    }

    fn threads(&self) -> Option<NonZeroU32> {
        let wanted = self.get::<u64>("threads").unwrap_or(1);
        let narrow: Option<u32> = wanted.try_into().ok();
        narrow.and_then(NonZeroU32::new)
    }

    fn first(&self) -> Option<char> {
        self.given.keys().next().and_then(|key| key.parse::<char>().ok())
    }
}

fn main() {
    let args = Args { given: HashMap::from([("threads", "4")]) };
    println!("{:?} {:?} {:?}", args.threads(), args.get::<bool>("color"), args.first());
    println!("{:?} {:?}", keep("6".parse::<u8>(), false), keep("x".parse::<u8>(), true));
}
