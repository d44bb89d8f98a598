//~ family: E0521-owned-removed
use std::sync::{Arc, RwLock};
use std::thread::{Builder, JoinHandle, spawn};

#[derive(Debug)]
struct Shared {
    labels: RwLock<Vec<String>>,
}

struct Runner {
    handles: Vec<JoinHandle<usize>>,
}

impl Runner {
    fn start(&mut self, shared: &Arc<Shared>) -> &mut Self {
        let shared = shared.clone();
        self.handles.push(spawn(move || {
            let labels = shared.labels.read().unwrap();
            labels.iter().filter(|label| label.ends_with("box")).count()
        }));
        self
    }

    fn named(self, shared: &Arc<Shared>) -> std::io::Result<Runner> {
        let Runner { mut handles } = self;
        let copy = Arc::clone(shared);
        let worker = Builder::new().name("adder".to_string());
        handles.push(worker.spawn(move || copy.labels.write().map_or(0, |mut labels| labels.drain(..).count()))?);
        Ok(Runner { handles })
    }
}

fn main() -> std::io::Result<()> {
    let shared = Arc::new(Shared { labels: RwLock::new(vec!["red box".to_string()]) });
    let mut runner = Runner { handles: Vec::new() }.named(&shared)?;
    runner.start(&shared).start(&shared);
    let sizes: Vec<_> = runner.handles.into_iter().map(|handle| handle.join().unwrap()).collect();
    println!("{sizes:?} {:?}", shared);
    Ok(())
}
