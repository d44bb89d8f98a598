//~ family: E0063-field
//~ vary i32: i32 | i16 | i64
mod layout {
    #[derive(Debug, PartialEq, Clone, Copy)]
    pub struct Frame {
        pub left: i32,
        pub top: i32,
        pub border: bool,
    }

    pub fn centre(width: i32, outer: i32) -> Frame {
        let left = (outer - width) / (1 + 1);
        let top = left / 3;
        let border = left > top;
        Frame { left, top, border }
    }
}

use layout::Frame;

fn stacked(below: Frame, count_of: i32) -> Vec<Frame> {
    (0..count_of).map(|k| { let top = below.top + k; Frame { top, ..below } }).collect()
}

fn main() {
    let frame = layout::centre(40, 90);
    println!("{:?}", frame);
    println!("{:?}", stacked(frame, 3).last());
}
