//~ family: E0308-else-type
#[derive(Debug, Clone)]
struct Song {
    title: String,
    seconds: u32,
}

fn evening(songs: &[Song], calm: bool) -> Vec<Song> {
    let mut chosen = if calm {
        let mut slow: Vec<Song> = Vec::new();
        slow.extend(songs.iter().filter(|song| song.seconds > 200).cloned());
        slow
    } else {
        songs.to_vec()
    };
    chosen.sort_by_key(|song| song.seconds);
    chosen
}

fn main() {
    let songs = [
        Song { title: "Harvest".to_string(), seconds: 240 },
        Song { title: "Sprint".to_string(), seconds: 120 },
    ];
    for calm in [true, false] {
        let list = evening(&songs, calm);
        let first = if list.is_empty() { None } else { Some(list[0].title.as_str()) };
        println!("{first:?} {}", list.len());
    }
}
