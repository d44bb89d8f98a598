//~ family: E0277-index-cast
//~ vary i64: i64 | i32 | u64
use std::collections::HashMap;

fn main() {
    let palette: Vec<&str> = vec!["navy", "teal", "olive", "coral"];
    let size = palette.len() as i64;
    let mut used: HashMap<&str, u32> = HashMap::new();
    let brightness: Vec<i64> = vec![27, 90, 13, 56, 41];
    for level in &brightness {
        let shade = palette[(level % size) as usize];
        *used.entry(shade).or_insert(0) += 1;
    }
    let pick: i64 = brightness.iter().sum::<i64>() % size;
    let mut report: Vec<(&str, u32)> = used.into_iter().collect();
    report.sort();
    println!("{:?}", report);
    println!("frame colour: {}", palette[pick as usize]);
}
