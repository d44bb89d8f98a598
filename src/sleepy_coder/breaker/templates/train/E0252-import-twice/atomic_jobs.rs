//~ family: E0252-import-twice
use std::io::{self, BufRead, Cursor, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static FINISHED: AtomicUsize = AtomicUsize::new(0);

fn run(jobs: Vec<String>) -> Vec<usize> {
    let jobs = Arc::new(jobs);
    let workers: Vec<_> = (0..jobs.len())
        .map(|place| {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || {
                FINISHED.fetch_add(1, Ordering::SeqCst);
                jobs[place].len()
            })
        })
        .collect();
    workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
}

fn main() -> io::Result<()> {
    let input = Cursor::new("compile\ntest\nship\n");
    let jobs = input.lines().collect::<io::Result<Vec<String>>>()?;
    let lengths = run(jobs);
    let mut out = io::stdout().lock();
    writeln!(out, "{lengths:?} {}", FINISHED.load(Ordering::SeqCst))
}
