//~ family: E0277-int-float
//~ vary i16: i16 | i32 | u32
#[derive(Debug)]
struct BadInput(String);

fn celsius(degrees: i16) -> f64 {
    let shifted = degrees as f64 - 32.0;
    shifted / 1.8
}

fn parse_line(line: &str) -> Result<f64, BadInput> {
    let degrees: i16 = line.trim().parse().map_err(|_| BadInput(line.to_string()))?;
    Ok(celsius(degrees))
}

fn main() {
    let lines = ["68", " 41 ", "warm"];
    for line in lines.iter() {
        match parse_line(line) {
            Ok(value) => println!("{:.1}", value),
            Err(problem) => println!("skipped {:?}", problem),
        }
    }
    let boost: i16 = 9;
    println!("{:.1}", celsius(50) + boost as f64);
}
