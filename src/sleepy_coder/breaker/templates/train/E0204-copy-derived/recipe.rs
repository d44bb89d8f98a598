//~ family: E0204-copy-derived
#[derive(Debug, Clone)]
struct Recipe {
    title: String,
    steps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
enum Rating {
    Stars(u8),
    Comment(String),
}

fn longer(recipe: &Recipe) -> Recipe {
    let mut copy = recipe.clone();
    copy.steps.push("rest".to_string());
    copy
}

fn main() {
    let bread = Recipe { title: "bread".to_string(), steps: vec!["mix".to_string()] };
    println!("{} {}", longer(&bread).steps.len(), bread.title);
    println!("{}", Rating::Comment("crisp".to_string()) == Rating::Stars(4));
}
