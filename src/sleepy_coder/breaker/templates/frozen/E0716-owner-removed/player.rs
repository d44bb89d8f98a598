//~ family: E0716-owner-removed
#[derive(Clone)]
struct Track {
    seconds: u16,
    artist: String,
}

struct Player {
    queue: Vec<Track>,
}

impl Player {
    fn upcoming(&self) -> Vec<Track> {
        self.queue.iter().skip(1).cloned().collect()
    }

    fn longest(&self) -> Option<u16> {
        let tracks = self.upcoming();
        let longest = tracks.iter().max_by_key(|track| track.seconds)?;
        println!("longest by {}", longest.artist);
        Some(longest.seconds)
    }
}

fn main() {
    let track = |seconds: u16, artist: &str| Track { seconds, artist: artist.to_string() };
    let player = Player { queue: vec![track(400, "Ilse"), track(180, "Tom"), track(220, "Vera")] };
    println!("{:?}", player.longest());
    let rest = player.upcoming();
    let artists = rest.iter().map(|track| track.artist.as_str());
    println!("{}", artists.collect::<Vec<_>>().join(", "));
    println!("{:?}", Player { queue: Vec::new() }.longest());
}
