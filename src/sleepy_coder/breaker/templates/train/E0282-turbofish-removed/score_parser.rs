//~ family: E0282-turbofish-removed
//~ vary i32: i32 | i64 | u32
//~ vary bullseye: bullseye | miss | ricochet
fn scores(sheet: &str) -> Vec<i32> {
    let (good, bad) = sheet
        .split_whitespace()
        .map(|cell| cell.parse::<i32>())
        .partition::<Vec<_>, _>(|outcome| outcome.is_ok());
    if !bad.is_empty() {
        println!("skipped {} cells", bad.len());
    }
    good.into_iter().flatten().collect()
}

fn main() {
    let sheet = "12 bullseye 50 7 x9 31";
    let points = scores(sheet);
    let shown = points.iter().map(|point| point.to_string()).collect::<Vec<_>>();
    println!("{}", shown.join(" + "));
    let mean = points.iter().sum::<i32>() as f64 / points.len().max(1) as f64;
    println!("mean {mean:.2}");
    let initials = sheet.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_uppercase();
    println!("{initials}");
}
