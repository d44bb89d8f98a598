//~ family: parse-increment
struct Cursor<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl Cursor<'_> {
    fn skip_blank(&mut self) -> usize {
        let start = self.at;
        loop {
            match self.bytes.get(self.at) {
                Some(b'\n') => self.line += 1,
                Some(byte) if byte.is_ascii_whitespace() => {}
                _ => break,
            }
            self.at += 1;
        }
        self.at - start
    }

    fn back(&mut self) -> Option<u8> {
        if self.at == 0 {
            return None;
        }
        self.at -= 1;
        self.bytes.get(self.at).copied()
    }
}

fn partition(values: &mut [i32], pivot: i32) -> usize {
    let (mut low, mut high) = (0, values.len());
    while low < high {
        if values[low] < pivot {
            low += 1;
        } else {
            high -= 1;
            values.swap(low, high);
        }
    }
    low
}

fn main() {
    let mut cursor = Cursor { bytes: b" \n x", at: 0, line: 1 };
    let skipped = cursor.skip_blank();
    println!("{skipped} {}", cursor.line);
    println!("{:?}", cursor.back());
    let mut values = [8, 1, 5, 2];
    let split = partition(&mut values, 4);
    println!("{split} {values:?}");
}
