//~ family: E0502-borrow
//~ vary starts_with: starts_with | ends_with | contains
#[derive(Clone, Debug)]
struct Message {
    author: String,
    text: String,
}

#[derive(Default)]
struct Chat {
    history: Vec<Message>,
}

impl Chat {
    fn say(&mut self, author: &str, text: &str) {
        self.history.push(Message { author: author.to_string(), text: text.to_string() });
    }

    fn quote(&mut self, by: &str) {
        let quoted = self.history[0].clone();
        self.say(by, "replying");
        if quoted.text.starts_with("w") {
            println!("{} quotes {}: {}", by, quoted.author, quoted.text);
        }
    }
}

fn main() {
    let mut chat = Chat::default();
    chat.say("ola", "wow");
    chat.quote("bea");
    let latest = chat.history[1].clone();
    chat.history.clear();
    println!("{:?} {}", latest, chat.history.len());
}
