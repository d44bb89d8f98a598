//~ family: E0255-import-clash
mod syntax {
    pub fn weight(letter: char) -> i32 {
        i32::from(letter == '(') - i32::from(letter == ')')
    }

    pub fn is_balanced(text: &str) -> bool {
        text.chars().map(weight).sum::<i32>() == 0
    }
}

use syntax::is_balanced;
use syntax::weight;

fn deepest(text: &str) -> Option<i32> {
    let depths = text.chars().scan(0, |depth, letter| {
        *depth += weight(letter);
        Some(*depth)
    });
    depths.max()
}

fn main() {
    for text in ["(a(b)c)", "x", ")(("] {
        println!("{text} {:?} {}", deepest(text), is_balanced(text));
    }
}
