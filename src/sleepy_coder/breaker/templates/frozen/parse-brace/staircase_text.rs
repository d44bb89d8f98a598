//~ family: parse-brace
use std::fmt;

struct Stairs(usize);

impl fmt::Display for Stairs {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in 1..=self.0 {
            if step > 1 {
                writeln!(out)?;
            }
            write!(out, "{}", "#".repeat(step))?;
        }
        Ok(())
    }
}

fn main() {
    println!("{}", Stairs(3));
    let heights: Vec<usize> = vec![1, 2];
    heights.iter().for_each(|height| {
        println!("{}\n--", Stairs(*height));
    });
}
