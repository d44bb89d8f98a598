//~ family: E0185-self-added
//~ vary u64: u64 | u32 | usize
trait Backend: Sized {
    type Config;

    fn open(config: Self::Config) -> Result<Self, String>;
    fn describe() -> String;
}

struct Memory {
    limit: u64,
}

struct Null;

impl Backend for Memory {
    type Config = (u64, bool);

    fn open((limit, strict): Self::Config) -> Result<Self, String> {
        if strict && limit == 0 {
            return Err(format!("{} needs a limit", Self::describe()));
        }
        Ok(Memory { limit })
    }

    fn describe() -> String {
        "memory".to_owned()
    }
}

impl Backend for Null {
    type Config = ();

    fn open(_: ()) -> Result<Null, String> {
        Ok(Null)
    }

    fn describe() -> String {
        String::from("nothing")
    }
}

fn main() {
    for strict in [true, false] {
        match Memory::open((0, strict)) {
            Ok(memory) => println!("open {}", memory.limit),
            Err(reason) => println!("{reason}"),
        }
    }
    println!("{} {}", Null::describe(), Null::open(()).is_ok());
}
