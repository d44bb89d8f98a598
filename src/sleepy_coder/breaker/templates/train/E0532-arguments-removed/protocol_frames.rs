//~ family: E0532-arguments-removed
#[derive(Debug, Clone, PartialEq)]
enum Frame {
    Ping(u64),
    Data(Vec<u8>, bool),
    Close(Option<Code>),
}

#[derive(Debug, Clone, PartialEq)]
enum Code {
    Normal,
    Custom(u16, String),
}

#[derive(Default)]
struct Session {
    pings: usize,
    open: Vec<Frame>,
}

impl Session {
    fn feed(&mut self, frame: Frame) -> bool {
        match (&frame, self.open.last()) {
            (Frame::Ping(_), _) => self.pings += 1,
            (Frame::Data(_, true), None) => println!("one piece"),
            (Frame::Data(..), Some(Frame::Data(..)) | None) => self.open.push(frame),
            (Frame::Close(Some(Code::Custom(_, why))), _) => println!("closed: {why}"),
            (Frame::Close(_), _) | (_, Some(_)) => return false,
        }
        true
    }

    fn bytes(&self) -> usize {
        let data = self.open.iter().filter_map(|frame| match frame {
            Frame::Data(bytes, _) => Some(bytes.len()),
            Frame::Ping(..) | Frame::Close(..) => None,
        });
        data.sum()
    }
}

fn main() {
    let mut session = Session::default();
    let custom = Code::Custom(4001, "bye".to_string());
    let frames = [
        Frame::Ping(6),
        Frame::Data(vec![1, 2], false),
        Frame::Data(vec![3], true),
        Frame::Close(Some(custom)),
        Frame::Close(Some(Code::Normal)),
    ];
    for frame in frames {
        let shown = format!("{frame:?}");
        println!("{} {shown}", session.feed(frame));
    }
    println!("{} {}", session.pings, session.bytes());
}
