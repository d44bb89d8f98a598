//~ family: lifetime-bound-removed
mod view {
    use std::any::type_name;

    pub trait Widget {
        fn draw(&self, width: usize) -> String;

        fn kind(&self) -> &'static str {
            type_name::<Self>().rsplit("::").next().unwrap_or("")
        }
    }

    pub struct Label<'t>(pub &'t str);

    pub struct List<'t> {
        items: Vec<Box<dyn Widget + 't>>,
        title: Option<&'t str>,
    }

    impl Widget for Label<'_> {
        fn draw(&self, width: usize) -> String {
            self.0.chars().take(width).collect()
        }
    }

    impl<'t> List<'t> {
        pub fn titled(title: &'t str) -> List<'t> {
            List { items: vec![], title: Some(title) }
        }

        pub fn label(mut self, text: &'t str) -> Self {
            self.items.push(Box::new(Label(text)));
            self
        }

        pub fn head(&self) -> Option<&(dyn Widget + 't)> {
            self.items.first().map(|item| item.as_ref())
        }

        pub fn finish(self) -> Result<Box<dyn Widget + 't>, String> {
            if self.items.is_empty() {
                Err(self.title.unwrap_or("empty").to_string())
            } else {
                Ok(Box::new(self))
            }
        }
    }

    impl Widget for List<'_> {
        fn draw(&self, width: usize) -> String {
            let lines: Vec<String> = self.items.iter().map(|item| item.draw(width)).collect();
            lines.join("|")
        }
    }
}

use view::{List, Widget};

fn boxed<'t, const N: usize>(texts: &'t [String; N]) -> std::rc::Rc<dyn Widget + 't> {
    let list = texts.iter().fold(List::titled("all"), |list, text| list.label(text));
    std::rc::Rc::new(list)
}

fn main() {
    let texts = ["apple".to_string(), "fig".to_string()];
    println!("{}", boxed(&texts).draw(3));
    let list = List::titled("one").label(&texts[1]);
    println!("{:?}", list.head().map(|widget| widget.kind()));
    let (first, second) = (list.finish(), List::titled("none").finish());
    if let (Ok(widget), Err(title)) = (&first, &second) {
        println!("{} {title}", widget.draw(9));
    }
}
