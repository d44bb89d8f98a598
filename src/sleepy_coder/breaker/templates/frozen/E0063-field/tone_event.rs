//~ family: E0063-field
//~ vary u8: u8 | u16 | u32
#[derive(Debug)]
enum Event {
    Tone { pitch: u8, velocity: u8 },
    Rest { beats: u8 },
}

fn read(pair: (char, u8)) -> Result<Event, char> {
    let (letter, velocity) = pair;
    let pitch: u8 = match letter {
        'c' => 60,
        'd' => 62,
        '-' => {
            let beats = velocity;
            return Ok(Event::Rest { beats });
        }
        other => return Err(other),
    };
    Ok(Event::Tone { pitch, velocity })
}

fn main() {
    let score = [('c', 90), ('-', 2), ('q', 10), ('d', 45)];
    for pair in score {
        println!("{:?}", read(pair));
    }
}
