//~ family: E0308-reference-removed
//~ vary Dusk: Dusk | Amber | Tides
//~ vary u16: u16 | u32 | i32
struct Song {
    title: String,
    year: u16,
}

struct Library {
    songs: Vec<Song>,
}

impl Library {
    fn add(&mut self, title: &str, year: u16) -> &mut Self {
        self.songs.push(Song { title: title.to_owned(), year });
        self
    }

    fn newest(&self) -> Option<&Song> {
        self.songs.iter().max_by_key(|song| song.year)
    }

    fn before<'a>(&'a self, limit: &'a Song) -> impl Iterator<Item = &'a Song> {
        self.songs.iter().filter(move |song| song.year < limit.year)
    }
}

fn card(song: &Song) -> String {
    format!("{} ({})", song.title, song.year)
}

fn main() {
    let mut library = Library { songs: Vec::new() };
    library.add("Dusk", 71).add("Paper Boats", 84).add("Static", 62);
    let limit = Song { title: String::from("cut"), year: 80 };
    for song in library.before(&limit) {
        println!("{}", card(song));
    }
    println!("newest {}", library.newest().map(card).unwrap_or_default());
    let cutoff = card(&limit);
    println!("cutoff {cutoff}");
}
