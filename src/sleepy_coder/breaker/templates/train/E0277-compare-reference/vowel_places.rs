//~ family: E0277-compare-reference
//~ vary usize: usize
fn places(word: &str, wanted: char) -> Vec<usize> {
    let letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    for (place, letter) in letters.iter().enumerate() {
        let hit = *letter == wanted;
        if hit {
            found.push(place);
        }
    }
    found
}

fn without(word: &str, unwanted: char) -> String {
    word.chars().filter(|letter| *letter != unwanted).collect()
}

fn main() {
    println!("{:?}", places("banana", 'a'));
    println!("{}", without("banana", 'n'));
}
