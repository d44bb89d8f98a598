//~ family: E0053-parameter-type
//~ vary i64: i64 | u64
mod api {
    pub struct Context<'c> {
        pub input: &'c str,
        pub notes: Vec<String>,
    }

    pub trait Plugin {
        fn name(&self) -> &str;
        fn run(&mut self, context: &mut Context<'_>, depth: u8) -> Result<(), String>;
        fn matches(&self, letter: char, span: (usize, usize)) -> bool {
            letter.is_alphabetic() && span.0 < span.1
        }
        fn report(limit: i64, names: &[&str]) -> String
        where
            Self: Sized;
    }
}

use api::{Context, Plugin};

struct Upper;
struct Vowels(usize);

impl Plugin for Upper {
    fn name(&self) -> &str {
        "upper"
    }

    fn run(&mut self, context: &mut Context<'_>, depth: u8) -> Result<(), String> {
        if depth > 9 {
            return Err(format!("{} is too deep", self.name()));
        }
        context.notes.push(context.input.to_uppercase());
        Ok(())
    }

    fn report(limit: i64, names: &[&str]) -> String {
        if limit > 3 {
            names.join("+")
        } else {
            String::new()
        }
    }
}

impl api::Plugin for Vowels {
    fn name(&self) -> &str {
        "vowels"
    }

    fn matches(&self, letter: char, _: (usize, usize)) -> bool {
        "aeiou".contains(letter)
    }

    fn run(&mut self, context: &mut Context<'_>, _: u8) -> Result<(), String> {
        self.0 += context.input.chars().filter(|letter| self.matches(*letter, (0, 1))).count();
        context.notes.extend(context.input.split('e').map(str::to_owned));
        Ok(())
    }

    fn report(limit: i64, names: &[&str]) -> String {
        format!("{limit:>4} {}", names.len())
    }
}

fn main() {
    let mut context = Context { input: "treehouse", notes: vec![] };
    let mut plugins: [Box<dyn Plugin>; 2] = [Box::new(Upper), Box::new(Vowels(0))];
    let failed = plugins.iter_mut().filter_map(|plugin| plugin.run(&mut context, 2).err()).count();
    println!("{failed} {:?}", context.notes);
    println!("{} {}", Upper::report(9, &["a", "b"]), Vowels::report(2, &[]));
}
