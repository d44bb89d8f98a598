//~ family: E0204-copy-derived
mod settings {
    use std::collections::HashSet;
    use std::path::PathBuf;
    use std::sync::Arc;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Level {
        Quiet,
        Loud,
    }

    #[derive(Clone, Default, Debug, PartialEq)]
    pub struct Paths {
        pub root: PathBuf,
        pub extra: Option<Box<Paths>>,
    }

    #[derive(Clone)]
    pub struct Settings {
        pub level: Level,
        pub paths: Paths,
        pub flags: HashSet<char>,
    }

    #[derive(Clone)]
    pub enum Source {
        Given(Settings),
        Shared(Arc<Settings>),
        Computed { make: fn() -> Level, note: &'static str },
        Listed(Box<[Level]>),
    }

    impl Source {
        pub fn level(self) -> Option<Level> {
            match self {
                Source::Given(settings) => Some(settings.level),
                Source::Shared(settings) => Some(settings.level),
                Source::Computed { make, note } => (!note.is_empty()).then(make),
                Source::Listed(levels) => levels.last().copied(),
            }
        }
    }
}

use settings::{Level, Paths, Settings, Source};
use std::collections::HashSet;
use std::sync::Arc;

fn main() {
    let paths = Paths {
        root: "etc".into(),
        extra: Some(Box::default()),
    };
    let settings = Settings {
        level: Level::Loud,
        paths: paths.clone(),
        flags: HashSet::from(['v']),
    };
    let sources = [
        Source::Shared(Arc::new(settings.clone())),
        Source::Given(settings.clone()),
        Source::Computed {
            make: || Level::Quiet,
            note: "fixed",
        },
        Source::Listed(Box::new([Level::Quiet])),
    ];
    let loud = sources
        .iter()
        .filter(|source| Source::level((*source).clone()) == Some(Level::Loud))
        .count();
    println!("{loud} {} {}", settings.flags.len(), settings.paths == paths);
    println!("{:?} {}", paths.root, paths.extra.is_some());
}
