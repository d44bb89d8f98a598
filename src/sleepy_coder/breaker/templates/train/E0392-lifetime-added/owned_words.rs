//~ family: E0392-lifetime-added
use std::collections::HashMap;

pub(crate) struct Index {
    words: HashMap<String, Vec<usize>>,
    longest: Option<Box<str>>,
}

struct Hit<const CONTEXT: usize> {
    line: usize,
    around: [char; CONTEXT],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Case {
    Keep,
    Lower,
}

fn index(text: &str, case: Case) -> Index {
    let mut words: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        for word in line.split_whitespace() {
            let key = match case {
                Case::Keep => word.to_string(),
                Case::Lower => word.to_lowercase(),
            };
            words.entry(key).or_default().push(number);
        }
    }
    let longest = words
        .keys()
        .max_by_key(|word| word.len())
        .map(|word| word.as_str().into());
    Index { words, longest }
}

fn hits<const CONTEXT: usize>(index: &Index, word: &str) -> usize {
    let made = index.words.get(word).into_iter().flatten().map(|line| Hit {
        line: *line,
        around: ['.'; CONTEXT],
    });
    made.filter(|hit: &Hit<CONTEXT>| hit.line > 0 && hit.around.len() == CONTEXT)
        .count()
}

fn main() {
    struct Summary {
        found: usize,
        longest: usize,
    }
    let index = index("The cat\nthe dog the end", Case::Lower);
    let summary = Summary {
        found: hits::<2>(&index, "the"),
        longest: index.longest.as_ref().map_or(0, |w| w.len()),
    };
    println!("{} {} {:?}", summary.found, summary.longest, Case::Keep);
}
