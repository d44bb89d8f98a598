//~ family: E0599-not-iterator
//~ vary u32: u32 | u8 | i64
struct Recipe {
    words: Vec<String>,
    spoons: Vec<u32>,
}

fn headline(recipe: &Recipe) -> String {
    let parts: Vec<&str> = recipe.words.iter().map(String::as_str).collect();
    parts.join(" + ")
}

fn numbered(recipe: &Recipe) -> Vec<String> {
    let mut lines = Vec::new();
    for (line, amount) in recipe.spoons.iter().copied().enumerate() {
        lines.push(format!("{}. {} spoons", line + 1, amount));
    }
    lines
}

fn main() {
    let words = vec!["Flour".to_string(), "Yeast".to_string(), "Salt".to_string()];
    let recipe = Recipe { words, spoons: vec![40, 3, 2] };
    println!("{}", headline(&recipe));
    for line in numbered(&recipe) {
        println!("{}", line);
    }
}
