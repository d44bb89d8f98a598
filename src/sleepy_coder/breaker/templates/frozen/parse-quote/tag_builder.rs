//~ family: parse-quote
struct Tag<'a> {
    name: &'a str,
    inner: Vec<Tag<'a>>,
}

impl<'a> Tag<'a> {
    fn leaf(name: &'a str) -> Self {
        Tag { name, inner: Vec::new() }
    }

    fn count(&self) -> usize {
        1 + self.inner.iter().map(Tag::count).sum::<usize>()
    }

    fn open(&self) -> String {
        let inner: String = self.inner.iter().map(|tag| tag.open()).collect();
        format!("<{}>{}</{}>", self.name, inner, self.name)
    }
}

fn main() {
    let page = Tag { name: "ul", inner: vec![Tag::leaf("li"), Tag::leaf("li")] };
    println!("{}", page.open());
    println!("{} tags", page.count());
}
