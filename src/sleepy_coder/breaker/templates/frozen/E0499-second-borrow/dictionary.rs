//~ family: E0499-second-borrow
#[derive(Debug)]
struct Word {
    text: &'static str,
    uses: u16,
}

fn lookup<'a>(words: &'a mut [Word], text: &str) -> Result<&'a mut Word, String> {
    words.iter_mut().find(|word| word.text == text).ok_or_else(|| format!("no word {text}"))
}

fn exchange(words: &mut [Word], from: &str, to: &str) -> Result<(), String> {
    let old = lookup(words, from)?;
    old.uses = 0;
    let new = lookup(words, to)?;
    new.uses += 1;
    Ok(())
}

fn main() {
    let mut words = [Word { text: "ship", uses: 3 }, Word { text: "boat", uses: 8 }];
    println!("{:?}", exchange(&mut words, "ship", "boat"));
    println!("{:?}", exchange(&mut words, "boat", "raft"));
    println!("{words:?}");
}
