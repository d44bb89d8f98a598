//~ family: E0596-shared-reference
struct Cursor<'a> {
    letters: std::str::Chars<'a>,
}

fn number(cursor: &mut Cursor) -> Option<u32> {
    let letter = cursor.letters.next()?;
    letter.to_digit(10)
}

fn skip(cursors: &mut [Cursor], count: usize) {
    for cursor in cursors.iter_mut() {
        for _ in 0..count {
            cursor.letters.next();
        }
    }
}

fn main() {
    let mut cursors = ["x42", "y9"].map(|text| Cursor { letters: text.chars() });
    skip(&mut cursors, 1);
    let found: Vec<Option<u32>> = cursors.iter_mut().map(number).collect();
    println!("{found:?}");
    println!("{:?}", cursors[0].letters.as_str());
}
