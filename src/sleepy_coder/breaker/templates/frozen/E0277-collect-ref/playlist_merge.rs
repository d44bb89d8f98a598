//~ family: E0277-collect-ref
//~ vary step_by: step_by | skip | take
trait Playlist {
    fn tracks(&self) -> &[String];

    fn sampler(&self, stride: usize) -> Vec<String> {
        self.tracks().iter().step_by(stride).cloned().collect()
    }
}

struct Mixtape(Vec<String>);

impl Playlist for Mixtape {
    fn tracks(&self) -> &[String] {
        &self.0
    }
}

fn main() {
    let tape = Mixtape("intro dawn rain bridge finale".split(' ').map(String::from).collect());
    let short = tape.sampler(3);
    println!("{}", short.join(", "));
    let doubled: Vec<String> = short.iter().chain(tape.tracks()).cloned().collect();
    println!("{} tracks in all", doubled.len());
}
