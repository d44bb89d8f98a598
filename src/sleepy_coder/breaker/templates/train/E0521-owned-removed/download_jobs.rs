//~ family: E0521-owned-removed
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

#[derive(Debug, Clone, PartialEq)]
enum Event {
    Started { url: String },
    Finished(usize),
}

trait Fetch {
    fn fetch(&self, url: &str) -> Receiver<Event>;
}

#[derive(Clone)]
struct Mirror {
    hosts: Vec<&'static str>,
}

impl Fetch for Mirror {
    fn fetch(&self, url: &str) -> Receiver<Event> {
        let (sender, receiver) = mpsc::sync_channel(8);
        let url = String::from(url);
        thread::spawn(move || {
            let size = url.len();
            let sent = sender.send(Event::Started { url: format!("/{url}") });
            sent.and_then(|()| sender.send(Event::Finished(size)))
        });
        receiver
    }
}

impl Mirror {
    fn probe(&self) -> usize {
        let mirror = self.clone();
        thread::spawn(move || mirror.hosts.iter().filter(|host| host.contains('.')).count())
            .join()
            .unwrap_or(0)
    }

    fn announce(&self, out: &SyncSender<usize>, hosts: &[&'static str]) {
        let out = out.to_owned();
        let count = hosts.len();
        thread::spawn(move || out.send(count + 1));
    }
}

fn main() {
    let mirror = Mirror { hosts: vec!["a.org", "local"] };
    let (sender, receiver) = mpsc::sync_channel(1);
    mirror.announce(&sender, &mirror.hosts);
    println!("{:?} {} {:?}", receiver.recv(), mirror.probe(), mirror.fetch("logo.png").iter().last());
}
