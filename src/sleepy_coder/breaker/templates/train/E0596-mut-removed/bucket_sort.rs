//~ family: E0596-mut-removed
//~ vary u32: u32 | u64 | usize
fn buckets<const N: usize>(values: &[u32], mut place: impl FnMut(u32) -> usize) -> [Vec<u32>; N] {
    let mut buckets = [const { Vec::new() }; N];
    for value in values {
        buckets[place(*value) % N].push(*value);
    }
    buckets
}

fn merged(mut left: Vec<u32>, right: Vec<u32>) -> Vec<u32> {
    let mut right = right.into_iter().peekable();
    let mut at = 0;
    while let Some(value) = right.next_if(|value| *value > 0) {
        while at < left.len() && left[at] < value {
            at += 1;
        }
        left.insert(at, value);
    }
    left
}

fn main() {
    let mut calls = 0;
    let sorted = buckets::<3>(&[9, 4, 8, 3, 1], |value| {
        calls += 1;
        value as usize
    })
    .into_iter()
    .fold(Vec::new(), |all, mut bucket| {
        bucket.sort_unstable_by(|one, two| one.cmp(two));
        merged(all, bucket)
    });
    let spare = {
        let mut spare = sorted.clone();
        let (first, rest) = spare.split_at_mut(1);
        first.swap_with_slice(&mut rest[..1]);
        spare
    };
    match Some(spare) {
        Some(mut list) if list.len() > 2 => println!("{:?} {:?}", list.drain(..2).collect::<Vec<_>>(), sorted),
        other => println!("{other:?} {calls}"),
    }
}
