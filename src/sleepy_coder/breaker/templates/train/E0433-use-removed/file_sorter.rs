//~ family: E0433-use-removed
//~ vary photos: photos | scans | sketches
//~ vary to_lowercase: to_lowercase | to_uppercase
use std::mem;
use std::path::Path;

mod kinds {
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Kind {
        Image,
        Text,
        Other,
    }

    pub fn kind_of(ending: &str) -> Kind {
        match ending {
            "png" | "jpg" => Kind::Image,
            "txt" | "md" => Kind::Text,
            _ => Kind::Other,
        }
    }
}

use kinds::kind_of;

fn ending(file: &str) -> String {
    let suffix = Path::new(file).extension().and_then(|part| part.to_str());
    suffix.unwrap_or("none").to_lowercase()
}

fn main() {
    let mut files = vec!["photos/cat.png", "notes.md", "photos/raw/dog.JPG", "Makefile"];
    let mut largest = String::new();
    for file in files.drain(..) {
        let mut suffix = ending(file);
        println!("{file}: {:?}", kind_of(&suffix));
        if suffix.len() > largest.len() {
            mem::swap(&mut suffix, &mut largest);
        }
    }
    println!("longest ending {largest}");
}
