//~ family: E0609-typo
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

struct Task {
    title: String,
    effort: Option<u32>,
    parent: RefCell<Weak<Task>>,
    children: RefCell<Vec<Rc<Task>>>,
}

impl Task {
    fn new(title: &str, effort: Option<u32>) -> Rc<Task> {
        Rc::new(Task { title: title.into(), effort, parent: Default::default(), children: Default::default() })
    }

    fn adopt(self: &Rc<Self>, child: Rc<Task>) {
        *child.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().push(child);
    }

    fn effort(&self) -> u32 {
        let own = self.effort.unwrap_or_default();
        own + self.children.borrow().iter().map(|child| child.effort()).sum::<u32>()
    }
}

fn titles(root: &Rc<Task>) -> Vec<String> {
    let mut queue = VecDeque::from([Rc::clone(root)]);
    let mut found = vec![];
    while let Some(task) = queue.pop_front() {
        let above = task.parent.borrow().upgrade().map_or(String::new(), |up| up.title.clone());
        found.push(format!("{}<{above}", task.title));
        queue.extend(task.children.borrow().iter().cloned());
    }
    found
}

fn main() {
    let root = Task::new("release", None);
    root.adopt(Task::new("test", Some(5)));
    println!("{:?} {}", titles(&root), root.effort());
}
