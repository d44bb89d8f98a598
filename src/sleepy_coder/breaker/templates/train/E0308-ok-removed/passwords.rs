//~ family: E0308-ok-removed
//~ vary usize: usize | u32 | u64
//~ vary marmalade: marmalade | Telescope7 | quartz
//~ vary is_uppercase: is_uppercase | is_lowercase
#[derive(Debug, PartialEq)]
enum Weakness {
    TooShort { missing: usize },
    NoDigit,
    Banned(String),
}

fn check(candidate: &str) -> Result<usize, Weakness> {
    let size = candidate.chars().count() as usize;
    let least = 6;
    if size < least {
        return Err(Weakness::TooShort { missing: least - size });
    }
    if candidate.contains("1234") {
        return Err(Weakness::Banned(candidate.to_string()));
    }
    if candidate.chars().any(|symbol| symbol.is_ascii_digit()) {
        Ok(size + 10)
    } else if candidate.chars().any(char::is_uppercase) {
        Ok(size)
    } else {
        Err(Weakness::NoDigit)
    }
}

fn main() {
    let attempts = ["fox", "marmalade", "Orchid99", "word1234"];
    for attempt in attempts {
        match check(attempt) {
            Ok(score) => println!("{attempt}: score {score}"),
            Err(Weakness::TooShort { missing }) => println!("{attempt}: {missing} short"),
            Err(problem) => println!("{attempt}: {problem:?}"),
        }
    }
}
