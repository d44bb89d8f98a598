//~ family: E0277-question-on-result
//~ vary u8: u8 | i8 | u16
fn narrow(values: &[i64]) -> Option<Vec<u8>> {
    let mut small = Vec::with_capacity(values.len());
    for value in values {
        small.push(u8::try_from(*value).ok()?);
    }
    Some(small)
}

fn average(values: &[i64]) -> Option<u8> {
    let count = i64::try_from(values.len()).ok()?;
    let sum: i64 = values.iter().sum();
    sum.checked_div(count)?.try_into().ok()
}

fn main() {
    println!("{:?} {:?}", narrow(&[4, 90]), narrow(&[4, 90_000]));
    println!("{:?} {:?}", average(&[10, 20]), average(&[]));
}
