//~ family: E0433-use-removed
//~ vary BTreeMap: BTreeMap | HashMap
pub mod report {
    pub mod layout {
        #[derive(Debug, Clone, Copy)]
        pub enum Align {
            Left,
            Right { pad: usize },
        }

        impl Default for Align {
            fn default() -> Self {
                Align::Right { pad: 2 }
            }
        }

        pub fn fit(text: &str, align: Align) -> String {
            match align {
                Align::Left => text.to_string(),
                Align::Right { pad } => format!("{}{text}", " ".repeat(pad)),
            }
        }
    }

    pub mod totals {
        use crate::report::layout;
        use std::collections::BTreeMap;

        pub fn lines(rows: &[(char, u32)]) -> Vec<String> {
            let mut sums = BTreeMap::new();
            rows.iter().for_each(|(key, amount)| *sums.entry(*key).or_insert(0) += amount);
            sums.into_iter()
                .map(|(key, sum)| layout::fit(&format!("{key} {sum}"), Default::default()))
                .collect()
        }
    }
}

use report::layout::Align;
use std::io::Cursor;
use std::{fs, io::Read};

fn read(path: Option<&str>) -> Result<String, std::io::Error> {
    let Some(path) = path else {
        let mut text = String::new();
        Cursor::new("none").read_to_string(&mut text)?;
        return Ok(text);
    };
    fs::read_to_string(path)
}

fn main() {
    println!("{:?} {}", report::totals::lines(&[('a', 2), ('b', 1), ('a', 4)]), read(None).is_ok());
    println!("[{}]", report::layout::fit("x", Align::Left));
}
