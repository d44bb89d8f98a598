//~ family: E0716-owner-removed
use std::path::{Path, PathBuf};

fn cache_file(root: &Path, name: &str) -> PathBuf {
    root.join("cache").join(name)
}

fn suffix(root: &Path, name: &str) -> Option<String> {
    let file = cache_file(root, name);
    let extension = file.extension()?;
    Some(extension.to_string_lossy().to_uppercase())
}

struct Site {
    root: PathBuf,
}

impl Site {
    fn depth_of(&self, name: &str) -> (usize, bool) {
        let whole = self.root.join(name);
        let mut parts = whole.components();
        let first = parts.next();
        (parts.count(), first.is_some())
    }

    fn title(&self) -> String {
        let text = format!("{}.site", self.root.display());
        let short = text.trim_start_matches('/').trim_end_matches(".site");
        let dashes = short.replace('/', "-");
        dashes + "!"
    }
}

fn main() {
    let site = Site { root: PathBuf::from("/srv/www") };
    println!("{:?}", suffix(&site.root, "index.html"));
    println!("{:?} {}", site.depth_of("img/logo.png"), site.title());
}
