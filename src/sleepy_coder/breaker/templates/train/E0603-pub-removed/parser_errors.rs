//~ family: E0603-pub-removed
mod parse {
    use self::problem::Problem;

    pub mod problem {
        #[derive(Debug, PartialEq)]
        pub enum Problem {
            Empty,
            Unclosed(usize),
        }

        pub static LIMIT: usize = 3;
    }

    pub fn depth(text: &str) -> Result<usize, Problem> {
        if text.is_empty() {
            return Err(Problem::Empty);
        }
        let (mut open, mut most) = (0usize, 0);
        for letter in text.chars() {
            match letter {
                '(' => open += 1,
                ')' => open = open.saturating_sub(1),
                _ => {}
            }
            most = most.max(open);
        }
        if open > 0 {
            Err(Problem::Unclosed(open))
        } else {
            Ok(most)
        }
    }
}

mod report {
    pub(crate) fn line(text: &str) -> String {
        match crate::parse::depth(text) {
            Ok(depth) if depth > super::parse::problem::LIMIT => format!("{text}: deep"),
            Ok(depth) => format!("{text}: {depth}"),
            Err(crate::parse::problem::Problem::Empty) => "nothing".to_string(),
            Err(problem) => format!("{text}: {problem:?}"),
        }
    }
}

fn main() {
    for text in ["(a(b))", "", "((", "((((x))))"] {
        println!("{}", report::line(text));
    }
}
