//~ family: E0308-ok-method-removed
use std::sync::Mutex;

struct Printer {
    queue: Mutex<Vec<String>>,
}

impl Printer {
    fn submit(&self, page: &str) -> Result<usize, String> {
        let mut queue = self.queue.lock().map_err(|_| "poisoned".to_string())?;
        if queue.len() == 2 {
            return Err("queue full".to_string());
        }
        queue.push(page.to_string());
        Ok(queue.len())
    }

    fn try_submit(&self, page: &str) -> Option<usize> {
        self.submit(page).ok()
    }
}

fn main() {
    let printer = Printer { queue: Mutex::new(Vec::new()) };
    let places: Vec<Option<usize>> =
        ["map", "list", "poem"].iter().map(|page| printer.try_submit(page)).collect();
    println!("{places:?}");
    let last: Option<usize> = printer.submit("note").ok();
    println!("{last:?}");
}
