//~ family: E0502-borrow
//~ vary to_uppercase: to_uppercase | to_lowercase
#[derive(Debug, Clone)]
enum Block {
    Heading(String),
    Body { text: String },
}

fn expand(document: &mut Vec<Block>) {
    let title = document[0].clone();
    document.insert(1, Block::Body { text: "Lorem".to_uppercase() });
    println!("{:?}", title);
    if let Block::Heading(text) = &mut document[0] {
        text.push('!');
    }
}

fn main() {
    let mut document = vec![Block::Heading("Tides".to_string())];
    expand(&mut document);
    let body = document[1].clone();
    document.truncate(1);
    println!("dropped {:?}, kept {:?}", body, document);
}
