//~ family: E0040-drop-method
use std::rc::Rc;

struct Poster {
    text: Rc<String>,
}

fn main() {
    let text = Rc::new(String::from("Concert on Friday"));
    let wall = Poster { text: Rc::clone(&text) };
    let tree = Poster { text: Rc::clone(&text) };
    println!("{} {}", Rc::strong_count(&text), wall.text.len());
    drop(wall);
    println!("{}", Rc::strong_count(&text));
    drop(tree.text);
    println!("{}", Rc::strong_count(&text));
}
