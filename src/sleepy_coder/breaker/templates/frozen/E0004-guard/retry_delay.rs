//~ family: E0004-guard
enum Reply {
    Busy { after: u64 },
    Done(String),
}

fn delay(reply: &Reply, most: u64) -> u64 {
    match reply {
        Reply::Busy { after } if *after > most => most,
        Reply::Busy { after } => *after,
        Reply::Done(_) => 0,
    }
}

fn main() {
    let replies = [Reply::Busy { after: 90 }, Reply::Busy { after: 7 }, Reply::Done("ok".to_string())];
    let delays: Vec<u64> = replies.iter().map(|reply| delay(reply, 30)).collect();
    println!("{delays:?}");
}
