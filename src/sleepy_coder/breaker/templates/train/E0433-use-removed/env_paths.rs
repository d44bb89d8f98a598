//~ family: E0433-use-removed
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt::{self, Debug};
use std::path::{Path, PathBuf};
use std::rc::Rc;

struct Workspace {
    root: PathBuf,
    opened: Rc<Cell<u32>>,
}

impl Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.opened.get() == u32::MAX {
            return Err(fmt::Error);
        }
        f.debug_struct("Workspace").field("root", &self.root).finish_non_exhaustive()
    }
}

fn tidy(name: &str) -> Vec<String> {
    let lossy = String::from_utf8_lossy(name.as_bytes());
    let cleaned = if lossy.is_ascii() { lossy } else { Cow::Borrowed("data") };
    cleaned.split('/').map(str::to_owned).collect()
}

fn main() {
    let opened: Rc<Cell<u32>> = Default::default();
    let counter = Rc::clone(&opened);
    let space = Workspace { root: "/srv".into(), opened };
    for part in tidy("notes/new plan") {
        counter.set(counter.get() + 1);
        let full = space.root.join(part);
        println!("{} {:?}", full.display(), Path::new("a b").file_stem());
    }
    println!("{space:?} {}", space.opened.get());
}
