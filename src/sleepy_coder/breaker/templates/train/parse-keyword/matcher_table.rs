//~ family: parse-keyword
//~ edition: 2024
use std::collections::BTreeMap;

/// Which part of a glob a letter belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Star,
    Letter(char),
}

#[inline]
fn parts(glob: &str) -> Vec<Part> {
    // two stars are one
    let mut found: Vec<Part> = Vec::with_capacity(glob.len());
    for letter in glob.chars() {
        let part = if letter == '*' { Part::Star } else { Part::Letter(letter) };
        if found.last() != Some(&Part::Star) || part != Part::Star {
            found.push(part);
        }
    }
    found
}

/// Whether the whole text fits.
fn fits(parts: &[Part], text: &str) -> bool {
    let Some((first, rest)) = parts.split_first() else { return text.is_empty() };
    match *first {
        Part::Star => {
            let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            starts.any(|at| fits(rest, &text[at..]))
        }
        Part::Letter(wanted) => {
            let shorter = text.strip_prefix(wanted);
            shorter.is_some_and(|text| fits(rest, text))
        }
    }
}

fn main() {
    let globs = ["*.rs", "m**n*"];
    let table: BTreeMap<&str, bool> = globs.iter().map(|glob| (*glob, fits(&parts(glob), "main.rs"))).collect();
    let all = table.values().all(|fits| *fits);
    println!("{table:?} {all}");
}
