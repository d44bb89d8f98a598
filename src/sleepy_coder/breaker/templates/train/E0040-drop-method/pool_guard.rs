//~ family: E0040-drop-method
use std::cell::Cell;
use std::sync::{Mutex, MutexGuard};

static POOL: Mutex<Vec<u16>> = Mutex::new(Vec::new());

struct Lease<'p> {
    id: u16,
    open: &'p Cell<usize>,
    pages: Option<Vec<u8>>,
}

impl<'p> Lease<'p> {
    fn take(open: &'p Cell<usize>) -> Option<Lease<'p>> {
        let mut ids: MutexGuard<Vec<u16>> = POOL.lock().ok()?;
        let Some(id) = ids.pop() else {
            drop(ids);
            return None;
        };
        open.set(open.get() + 1);
        Some(Lease { id, open, pages: None })
    }

    fn clear(&mut self) -> usize {
        if let Some(pages) = self.pages.replace(vec![0; 4]) {
            let size = pages.len();
            drop(pages);
            return size;
        }
        0
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        POOL.lock().unwrap().push(self.id);
        self.open.set(self.open.get() - 1);
    }
}

fn main() {
    POOL.lock().unwrap().extend([8, 9]);
    let open = Cell::new(0);
    for round in 0..3 {
        let Some(mut lease) = Lease::take(&open) else { break };
        println!("{} {} {}", lease.clear(), lease.clear(), open.get());
        if round == 1 {
            drop(lease);
            println!("early: {}", open.get());
        }
    }
}
