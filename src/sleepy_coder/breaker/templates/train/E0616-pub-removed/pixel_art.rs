//~ family: E0616-pub-removed
//~ vary i32: i32 | i64 | u32
mod canvas {
    pub struct Canvas {
        pub caption: &'static str,
        pub rows: Vec<Vec<char>>,
        ink: char,
    }

    pub fn blank(caption: &'static str, width: usize, height: usize) -> Canvas {
        Canvas { caption, rows: vec![vec!['.'; width]; height], ink: '#' }
    }

    impl Canvas {
        pub fn plot(&mut self, x: usize, y: usize) -> bool {
            match self.rows.get_mut(y).and_then(|row| row.get_mut(x)) {
                Some(dot) => {
                    *dot = self.ink;
                    true
                }
                None => false,
            }
        }
    }
}

fn main() {
    let mut art = canvas::blank("slope", 8, 4);
    let mut missed: i32 = 0;
    for step in 0..6 {
        if !art.plot(step + 1, step) {
            missed += 1;
        }
    }
    println!("{} ({missed} outside)", art.caption);
    for row in &art.rows {
        println!("{}", row.iter().collect::<String>());
    }
}
