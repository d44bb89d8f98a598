//~ family: E0261-lifetime-undeclared
//~ vary u32: u32 | i32 | u64
struct Track {
    title: String,
    seconds: u32,
}

struct Window<'p> {
    tracks: &'p [Track],
}

impl<'p> Window<'p> {
    fn runtime(&self) -> u32 {
        self.tracks.iter().map(|track| track.seconds).sum()
    }

    fn titles(&self) -> Vec<String> {
        self.tracks.iter().map(|track| track.title.to_lowercase()).collect()
    }
}

fn summary<'p>(window: &Window<'p>) -> String {
    format!("{} [{}]", window.titles().join(" / "), window.runtime())
}

fn main() {
    let playlist: Vec<Track> = vec![
        Track { title: "Overture".into(), seconds: 75 },
        Track { title: "Rain Dance".into(), seconds: 90 },
        Track { title: "Finale".into(), seconds: 60 },
    ];
    for tracks in playlist.chunks(2) {
        println!("{}", summary(&Window { tracks }));
    }
}
