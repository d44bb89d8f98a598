//~ family: E0599-bound-removed
#[derive(Clone, Debug, Default, PartialEq)]
struct Text {
    body: String,
}

struct History<T> {
    past: Vec<T>,
    now: T,
}

impl<T> History<T>
where
    T: Clone,
{
    fn change(&mut self, edit: impl FnOnce(&mut T)) {
        let saved = self.now.clone();
        self.past.push(saved);
        edit(&mut self.now);
    }

    fn undo(&mut self) -> bool {
        self.past.pop().map(|old| self.now = old).is_some()
    }
}

fn start<T: Default>() -> History<T> {
    History { past: Vec::new(), now: T::default() }
}

fn shout<T: ToString>(value: T) -> String {
    value.to_string().to_uppercase()
}

fn main() {
    let mut history: History<Text> = start();
    history.change(|text| text.body.push_str("dawn"));
    history.change(|text| text.body.push_str(" chorus"));
    println!("{}", shout(&history.now.body));
    println!("{} {}", history.undo(), shout(history.now.body.as_str()));
}
