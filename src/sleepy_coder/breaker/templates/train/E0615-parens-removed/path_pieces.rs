//~ family: E0615-parens-removed
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

struct Backup {
    source: PathBuf,
    keep: usize,
}

impl Backup {
    fn stem(&self) -> Option<&str> {
        self.source.file_stem().and_then(OsStr::to_str)
    }

    fn target(&self, number: usize) -> PathBuf {
        let mut name = self.stem().unwrap_or("unnamed").to_owned();
        name.push_str(&format!(".{number}"));
        self.source.with_file_name(name)
    }

    fn rotation(&self) -> impl Iterator<Item = (PathBuf, PathBuf)> + '_ {
        (1..self.keep).rev().map(|number| (self.target(number), self.target(number + 1)))
    }
}

fn is_hidden(path: &Path) -> bool {
    let Some(name) = path.file_name() else {
        return false;
    };
    name.to_string_lossy().starts_with('.')
}

fn main() {
    let backup = Backup { source: PathBuf::from("/srv/notes.txt"), keep: 3 };
    for (from, to) in backup.rotation() {
        println!("{} -> {}", from.display(), to.display());
    }
    let hidden = ["/srv/.git", "/"].iter().filter(|path| is_hidden(Path::new(path))).count();
    println!("{hidden} {}", backup.source.is_absolute());
}
