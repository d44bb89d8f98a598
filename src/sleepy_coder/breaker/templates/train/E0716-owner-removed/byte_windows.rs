//~ family: E0716-owner-removed
#[derive(Debug)]
struct Chunk<'b> {
    head: &'b [u8],
    count: usize,
}

fn expand(text: &str, times: usize) -> Vec<u8> {
    text.bytes().flat_map(|byte| std::iter::repeat(byte).take(times)).collect()
}

fn check(text: &str) -> Result<u8, String> {
    let bytes = expand(text, 2);
    let chunk = Chunk { head: bytes.get(..3).ok_or("too short")?, count: text.len() };
    if chunk.count > 4 {
        return Err(format!("{chunk:?}"));
    }
    Ok(chunk.head.iter().fold(0, |sum, byte| sum ^ byte))
}

fn runs(text: &str) -> usize {
    let doubled = expand(text, 1);
    let mut pairs = doubled.windows(2).peekable();
    let mut runs = 1;
    while let Some(pair) = pairs.next() {
        runs += usize::from(pair[0] != pair[1]);
    }
    runs
}

fn main() {
    for text in ["abc", "a", "harbour"] {
        println!("{:?} {}", check(text), runs(text));
    }
    let hidden = String::from_utf8_lossy(&expand("ok", 2)).replace('o', "0");
    let (left, right) = hidden.split_at(2);
    println!("{left}-{right}");
}
