//~ family: E0040-drop-method
use std::cell::RefCell;

struct Span<'log> {
    label: &'static str,
    log: &'log RefCell<Vec<String>>,
}

impl<'log> Span<'log> {
    fn enter(label: &'static str, log: &'log RefCell<Vec<String>>) -> Self {
        log.borrow_mut().push(format!("> {label}"));
        Span { label, log }
    }
}

impl Drop for Span<'_> {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("< {}", self.label));
    }
}

fn compile(source: Option<&str>, log: &RefCell<Vec<String>>) -> usize {
    let outer = Span::enter("compile", log);
    let tokens = match source {
        Some(text) => {
            let inner = Span::enter("lex", log);
            let count = text.split_whitespace().count();
            drop(inner);
            count
        }
        None => {
            drop(outer);
            return 0;
        }
    };
    if tokens > 2 {
        drop(outer);
        let _late = Span::enter("optimise", log);
    }
    tokens
}

fn main() {
    let log = RefCell::new(Vec::new());
    println!("{} {}", compile(Some("a b c"), &log), compile(None, &log));
    println!("{}", log.borrow().join(" "));
}
