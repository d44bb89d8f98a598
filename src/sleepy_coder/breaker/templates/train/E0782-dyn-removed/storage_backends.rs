//~ family: E0782-dyn-removed
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::rc::Rc;

trait Storage {
    fn put(&mut self, key: &str, value: String) -> Option<String>;
    fn get(&self, key: &str) -> Option<&String>;
}

type Shared = Rc<RefCell<dyn Storage>>;

#[derive(Default)]
struct Memory(HashMap<String, String>);

impl Storage for Memory {
    fn put(&mut self, key: &str, value: String) -> Option<String> {
        self.0.insert(key.to_string(), value)
    }
    fn get(&self, key: &str) -> Option<&String> {
        self.0.get(key)
    }
}

impl dyn Storage {
    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
}

fn copy(input: &mut dyn Read, output: &mut dyn Write) -> io::Result<usize> {
    let mut text = String::new();
    let size = input.read_to_string(&mut text)?;
    output.write_all(text.to_uppercase().as_bytes())?;
    Ok(size)
}

struct Client {
    store: Shared,
    rename: Option<Rc<dyn Fn(&str) -> String>>,
}

impl Client {
    fn save(&self, key: &str, mut value: &[u8]) -> io::Result<bool> {
        let key = self.rename.as_ref().map_or(key.to_string(), |rename| rename(key));
        let mut copied = Vec::new();
        copy(&mut value, &mut copied)?;
        let text = String::from_utf8_lossy(&copied).into_owned();
        Ok(self.store.borrow_mut().put(&key, text).is_none())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let store: Shared = Rc::new(RefCell::new(Memory::default()));
    let client = Client { store: Rc::clone(&store), rename: Some(Rc::new(|key| format!("k-{key}"))) };
    println!("{} {}", client.save("a", b"sand")?, client.save("a", b"clay")?);
    println!("{} {:?}", store.borrow().has("a"), store.borrow().get("k-a"));
    Ok(())
}
