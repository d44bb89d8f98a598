//~ family: edition-unsafe-attribute
//~ edition: 2024
use std::cell::Cell;
use std::collections::HashMap;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

pub trait Hook {
    fn fire(&self, name: &str) -> Result<u32, String>;
}

pub struct Nested;

impl Hook for Nested {
    fn fire(&self, name: &str) -> Result<u32, String> {
        #[unsafe(no_mangle)]
        extern "C" fn hook_depth_now() -> u32 {
            DEPTH.with(Cell::get)
        }
        let depth = hook_depth_now() + 1;
        DEPTH.set(depth);
        if depth > 2 {
            Err(format!("{name} is too deep"))
        } else {
            Ok(depth)
        }
    }
}

impl Nested {
    #[unsafe(no_mangle)]
    pub extern "C" fn hook_reset() {
        DEPTH.set(0);
    }

    #[unsafe(export_name = "hook_hash_name")]
    pub fn hash(name: &str) -> u32 {
        name.bytes().fold(7, |hash, byte| hash ^ u32::from(byte) << (hash % 3))
    }
}

fn main() {
    let hooks: HashMap<&str, Box<dyn Hook>> = HashMap::from([("open", Box::new(Nested) as Box<dyn Hook>)]);
    for name in ["open", "open", "shut", "open"] {
        match hooks.get(name).map(|hook| hook.fire(name)) {
            Some(Ok(depth)) => println!("{name} at {depth}"),
            Some(Err(problem)) => println!("{problem}"),
            None => Nested::hook_reset(),
        }
    }
    println!("{}", Nested::hash("open") > 0);
}
