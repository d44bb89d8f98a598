//~ family: E0277-index-cast
//~ vary u8: u8 | u32 | i32 | u64
#[derive(Clone)]
struct Song {
    artist: String,
    points: u32,
}

fn give(songs: &mut Vec<Song>, choice: u8, amount: u32) {
    songs[choice as usize].points += amount;
}

fn main() {
    let mut songs: Vec<Song> = ["Ana", "Bo", "Cleo"]
        .iter()
        .map(|artist| Song { artist: artist.to_string(), points: 0 })
        .collect();
    let ballots: Vec<(u8, u32)> = vec![(0, 12), (1, 10), (0, 8), (1, 3)];
    for (choice, amount) in ballots {
        give(&mut songs, choice, amount);
    }
    songs.sort_by_key(|song| std::cmp::Reverse(song.points));
    for song in &songs {
        println!("{:>6} {}", song.artist, song.points);
    }
}
