//~ family: parse-and
#[derive(Debug)]
enum Reader {
    Child(u8),
    Adult { fines: u32 },
}

fn can_borrow(reader: &Reader, books: usize) -> bool {
    match reader {
        Reader::Child(age) => *age > 5 && books < 3,
        Reader::Adult { fines } => *fines == 0 || books == 0 && *fines < 10,
    }
}

fn main() {
    let readers = vec![Reader::Child(7), Reader::Adult { fines: 4 }, Reader::Adult { fines: 0 }];
    for reader in readers {
        println!("{:?} {} {}", reader, can_borrow(&reader, 0), can_borrow(&reader, 4));
    }
}
