//~ family: E0308-some-removed
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Folder {
    name: &'static str,
    parent: Option<Weak<Folder>>,
    children: RefCell<Vec<Rc<Folder>>>,
}

impl Folder {
    fn root(name: &'static str) -> Rc<Folder> {
        Rc::new(Folder { name, parent: None, children: RefCell::new(vec![]) })
    }

    fn add(self: &Rc<Self>, name: &'static str) -> Rc<Folder> {
        let made = Rc::new(Folder { name, parent: Some(Rc::downgrade(self)), children: Default::default() });
        self.children.borrow_mut().push(made.clone());
        made
    }

    fn up(&self, levels: u32) -> Option<String> {
        if levels == 0 {
            return Some(self.name.to_uppercase());
        }
        let parent = self.parent.as_ref()?;
        parent.upgrade()?.up(levels - 1)
    }

    fn last(&self) -> Option<Rc<Folder>> {
        let children = self.children.borrow();
        let last = children.last()?;
        Some(Rc::clone(last))
    }
}

fn main() {
    let root = Folder::root("home");
    let docs = root.add("docs").add("old");
    println!("{:?} {:?} {:?}", docs.up(0), docs.up(2), docs.up(3));
    let same = root.last().map(|folder| folder.name) == Some("docs");
    println!("{same}");
}
