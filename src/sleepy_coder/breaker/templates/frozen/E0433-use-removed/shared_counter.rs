//~ family: E0433-use-removed
//~ vary u32: u32 | i64 | usize
//~ vary clicks: clicks | taps | pings
use std::cell::Cell;
use std::iter;
use std::rc::Rc;

struct Button {
    caption: String,
    action: Box<dyn Fn(u32) -> u32>,
}

fn toolbar(captions: &str) -> (Vec<Button>, impl Fn() -> u32) {
    let clicks = Rc::new(Cell::new(0));
    let mut buttons = Vec::new();
    for caption in captions.split('/') {
        let counter = clicks.clone();
        let action = Box::new(move |amount: u32| counter.replace(counter.get() + amount));
        buttons.push(Button { caption: caption.to_string(), action });
    }
    (buttons, move || clicks.get())
}

fn main() {
    let (buttons, total) = toolbar("open/save/close");
    for (button, amount) in buttons.iter().zip(iter::repeat(2)) {
        let earlier = (button.action)(amount);
        println!("{} after {earlier} clicks", button.caption);
    }
    println!("total {}", total());
}
