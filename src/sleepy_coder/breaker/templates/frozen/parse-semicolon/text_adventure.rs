//~ family: parse-semicolon
//~ vary cellar: cellar | chapel | library
//~ vary lamp: lamp | rope | mirror
#[derive(Clone, Copy, Debug)]
enum Place {
    Hall,
    Below,
}

struct World {
    place: Place,
    carried: Vec<&'static str>,
}

fn obey(world: &mut World, command: &str) -> String {
    let mut parts = command.splitn(2, ' ');
    let verb = parts.next().unwrap_or_default();
    let object = parts.next();
    match (verb, object, world.place) {
        ("take", Some("lamp"), Place::Hall) => {
            world.carried.push("lamp");
            format!("you hold {}", world.carried.join(", "))
        }
        ("down", None, Place::Hall) => {
            world.place = Place::Below;
            let dark = world.carried.is_empty();
            format!("the cellar is {}", if dark { "pitch black" } else { "dusty" })
        }
        (_, _, place) => format!("cannot {command} in {place:?}"),
    }
}

fn main() {
    let mut world = World { place: Place::Hall, carried: Vec::new() };
    for command in "take lamp,down,down,sing".split(',') {
        let answer = obey(&mut world, command);
        println!("> {command}\n{answer}");
    }
}
