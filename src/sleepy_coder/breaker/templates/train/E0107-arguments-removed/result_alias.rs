//~ family: E0107-arguments-removed
use std::borrow::Cow;
use std::collections::{BTreeSet, BinaryHeap};
use std::iter::Peekable;
use std::sync::{Arc, Mutex, RwLock};
use std::thread::{self, JoinHandle};

static TOTALS: Mutex<Vec<usize>> = Mutex::new(Vec::new());
const EMPTY: Option<Cow<'static, str>> = None;

enum Job {
    Lines(Arc<Vec<String>>),
    Named { label: Option<String>, parts: BTreeSet<u8> },
}

struct Pool {
    workers: Vec<JoinHandle<usize>>,
    state: Arc<RwLock<BinaryHeap<usize>>>,
}

impl Pool {
    fn submit(&mut self, job: Job) {
        let state: Arc<RwLock<_>> = Arc::clone(&self.state);
        self.workers.push(thread::spawn(move || {
            let size = match job {
                Job::Lines(lines) => lines.iter().map(String::len).sum(),
                Job::Named { label, parts } => label.map_or(0, |text| text.len()) + parts.len(),
            };
            if let Ok(mut heap) = state.write() {
                heap.push(size);
            }
            size
        }));
    }

    fn finish(self) -> thread::Result<usize> {
        let sizes: thread::Result<Vec<usize>> = self.workers.into_iter().map(JoinHandle::join).collect();
        Ok(sizes?.into_iter().sum())
    }
}

fn runs(mut items: Peekable<std::vec::IntoIter<u8>>) -> usize {
    let mut count = 0;
    while let Some(item) = items.next() {
        count += usize::from(items.next_if_eq(&item).is_none());
    }
    count
}

fn main() {
    let mut pool = Pool {
        workers: Vec::new(),
        state: Arc::default(),
    };
    pool.submit(Job::Lines(Arc::new(vec!["one".to_string(), "three".to_string()])));
    pool.submit(Job::Named {
        label: None,
        parts: BTreeSet::from([3, 5]),
    });
    let total = pool.finish().unwrap_or(0);
    println!(
        "{total} {:?} {:?} {}",
        TOTALS.lock().is_ok(),
        EMPTY,
        runs(vec![1, 1, 4].into_iter().peekable())
    );
}
