//~ family: E0592-method-twice
#[derive(Default)]
struct Playlist {
    songs: Vec<(String, u32)>,
    position: usize,
}

impl Playlist {
    fn add(&mut self, title: &str, seconds: u32) -> &mut Self {
        self.songs.push((title.to_string(), seconds));
        self
    }

    fn current(&self) -> Option<&str> {
        self.songs.get(self.position).map(|(title, _)| title.as_str())
    }

    fn skip_ahead(&mut self) -> bool {
        self.position += 1;
        self.position < self.songs.len()
    }
}

impl Playlist {
    fn minutes(&self) -> u32 {
        self.songs.iter().map(|(_, seconds)| seconds).sum::<u32>() / 60
    }
}

fn main() {
    let mut list = Playlist::default();
    list.add("Tides", 200).add("Ember", 185).add("Slow", 340);
    while list.skip_ahead() {
        println!("{:?}", list.current());
    }
    println!("{} minutes", list.minutes());
}
