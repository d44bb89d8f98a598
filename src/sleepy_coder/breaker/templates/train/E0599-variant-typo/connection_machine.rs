//~ family: E0599-variant-typo
use std::collections::VecDeque;
use std::fmt;

mod wire {
    #[derive(Debug, Clone, PartialEq)]
    pub enum Frame {
        Hello { version: u8 },
        Data(Vec<u8>),
        Goodbye,
    }
}

use wire::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Waiting,
    Established {
        version: u8,
    },
    Finished,
}

struct Connection {
    state: State,
    outbox: VecDeque<wire::Frame>,
}

impl State {
    const FINAL: State = State::Finished;

    fn version(self) -> Option<u8> {
        let Self::Established { version } = self else {
            return None;
        };
        Some(version)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            State::Waiting => "waiting",
            State::Established { .. } => "open",
            State::Finished => "over",
        })
    }
}

impl Connection {
    fn receive(&mut self, frame: Frame) -> Result<usize, Frame> {
        self.state = match (self.state, frame) {
            (State::Waiting, Frame::Hello { version }) => {
                self.outbox.push_back(wire::Frame::Hello { version: version.min(2) });
                State::Established { version }
            }
            (State::Established { .. }, Frame::Data(bytes)) => {
                let size = bytes.len();
                self.outbox.extend((size > 2).then(|| Frame::Data(bytes)));
                return Ok(size);
            }
            (_, Frame::Goodbye) => State::FINAL,
            (_, unexpected) => return Err(unexpected),
        };
        Ok(0)
    }
}

fn main() {
    let mut connection = Connection { state: State::default(), outbox: VecDeque::from([Frame::Goodbye]) };
    for frame in [Frame::Data(vec![1]), Frame::Hello { version: 3 }, Frame::Data(vec![4, 5, 6]), Frame::Goodbye] {
        let outcome = connection.receive(frame);
        println!("{outcome:?} {} {:?}", connection.state, connection.state.version());
    }
    println!("{}", connection.outbox.iter().filter(|frame| **frame != Frame::Goodbye).count());
}
