//~ family: E0596-shared-reference
struct Playlist {
    songs: Vec<String>,
    backup: Option<Box<Playlist>>,
}

impl Playlist {
    fn restore(&mut self) -> usize {
        if let Some(backup) = self.backup.as_mut() {
            self.songs.append(&mut backup.songs);
        }
        self.songs.len()
    }
}

fn trim(playlist: &mut Playlist, limit: usize) {
    playlist.songs.truncate(limit);
}

fn main() {
    let old = Playlist { songs: vec!["Dunes".to_string(), "Reef".to_string()], backup: None };
    let mut list = Playlist { songs: vec!["Haze".to_string()], backup: Some(Box::new(old)) };
    println!("{}", list.restore());
    trim(&mut list, 2);
    println!("{}", list.songs.join(" > "));
}
