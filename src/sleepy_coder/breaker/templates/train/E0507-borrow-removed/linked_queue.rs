//~ family: E0507-borrow-removed
//~ vary u32: u32 | i64
struct Link {
    label: String,
    next: Option<Box<Link>>,
}

#[derive(Default)]
struct Chain {
    head: Option<Box<Link>>,
    size: u32,
}

impl Chain {
    fn push(&mut self, label: &str) {
        let next = self.head.take();
        self.head = Some(Box::new(Link { label: label.to_string(), next }));
        self.size += 1;
    }

    fn pop(&mut self) -> Option<String> {
        self.head.take().map(|link| {
            self.head = link.next;
            self.size -= 1;
            link.label
        })
    }

    fn front_len(&self) -> usize {
        self.head.as_ref().map_or(0, |link| link.label.len())
    }

    fn second(&self) -> Option<String> {
        let first = self.head.as_ref()?;
        first.next.as_deref().map(|link| link.label.to_uppercase())
    }

    fn rename_front(&mut self, label: String) {
        if let Some(link) = self.head.as_mut() {
            link.label = label;
        }
    }
}

fn main() {
    let mut chain = Chain::default();
    for word in ["flour", "sugar", "salt"] {
        chain.push(word);
    }
    chain.rename_front("pepper".into());
    println!("{} {:?} {}", chain.front_len(), chain.second(), chain.size);
    println!("{:?}", chain.pop());
}
