//~ family: E0425-self-removed
//~ vary filter_map: filter_map | flat_map
//~ vary Harbor: Harbor | Meadow | Copper
struct Playlist<'a> {
    tracks: Vec<&'a str>,
    skip: usize,
    playing: usize,
}

impl<'a> Playlist<'a> {
    fn current(&self) -> Option<&'a str> {
        self.tracks.get(self.playing).copied()
    }

    fn forward(&mut self) -> Option<&'a str> {
        let ahead = self.playing + self.skip;
        self.playing = ahead % self.tracks.len().max(1);
        self.current()
    }
}

impl<'a> Extend<&'a str> for Playlist<'a> {
    fn extend<I: IntoIterator<Item = &'a str>>(&mut self, more: I) {
        for track in more {
            self.tracks.push(track);
        }
    }
}

fn main() {
    let mut playlist = Playlist { tracks: Vec::new(), skip: 2, playing: 0 };
    println!("{:?}", playlist.forward());
    playlist.extend("Harbor Lights,Old Road,Finale".split(','));
    let heard: Vec<&str> = (0..4).filter_map(|_| playlist.forward()).collect();
    println!("{}", heard.join(" > "));
}
