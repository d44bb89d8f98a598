//~ family: E0515-local-returned
use std::borrow::Cow;

fn cleaned(input: &str) -> Cow<'_, str> {
    if input.contains('\t') {
        let spaced = input.replace('\t', " ");
        return Cow::Owned(spaced);
    }
    Cow::Borrowed(input)
}

fn host(address: &str) -> &str {
    let rest = address.trim_start_matches("ssh://");
    rest.split(':').next().unwrap_or(rest)
}

fn main() {
    for line in ["a\tb", "plain"] {
        match cleaned(line) {
            Cow::Owned(text) => println!("changed to {text}"),
            Cow::Borrowed(text) => println!("kept {text}"),
        }
    }
    println!("{}", host("ssh://box:22"));
}
