//~ family: E0425-typo
//~ vary i32: i32 | i64 | u32
//~ vary busy: busy | taken | booked
type Span = (i32, i32);

fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for (begin, finish) in spans {
        if let Some(previous) = joined.last_mut() {
            if begin <= previous.1 {
                let furthest = finish.max(previous.1);
                previous.1 = furthest;
                continue;
            }
        }
        joined.push((begin, finish));
    }
    joined
}

fn covered(spans: &[Span]) -> i32 {
    let mut total = 0;
    for &(begin, finish) in spans {
        let width = finish.max(begin) - begin;
        total += width;
    }
    total
}

fn main() {
    let calendar = vec![(9, 11), (14, 16), (10, 12), (16, 17)];
    let blocks = merged(calendar);
    let hours = covered(&blocks);
    let rendered: Vec<String> = blocks.iter().map(|(begin, finish)| format!("{begin}-{finish}")).collect();
    println!("busy {} ({hours} hours)", rendered.join(", "));
}
