//~ family: E0308-else-type
use std::borrow::Cow;
use std::fmt::Write;

#[derive(Default)]
struct Report<'r> {
    title: Option<Cow<'r, str>>,
    rows: Vec<(String, f64)>,
}

impl<'r> Report<'r> {
    fn titled(mut self, title: &'r str) -> Self {
        let title = if title.contains('_') { Cow::Owned(title.replace('_', " ")) } else { title.into() };
        self.title = Some(title);
        self
    }

    fn row(mut self, name: &str, value: f64) -> Self {
        let name = if let Some(at) = name.find(':') { name[at + 1..].to_string() } else { name.to_owned() };
        self.rows.push((name, value));
        self
    }

    fn render(&self) -> Result<String, std::fmt::Error> {
        let mut out = self.title.as_ref().map(|title| title.to_string()).unwrap_or_default();
        for (name, value) in &self.rows {
            let shown = if *value >= 1000.0 {
                let thousands = value / 1000.0;
                format!("{thousands:.1}k")
            } else if *value == 0.0 {
                String::new()
            } else {
                match name.len() {
                    0..=3 => "small",
                    _ => "some",
                }
                .to_string()
            };
            write!(out, "\n{name}={shown}")?;
        }
        Ok(out)
    }
}

fn main() {
    let report = Report::default().titled("day_one").row("x:tea", 2500.0).row("milk", 3.0);
    println!("{}", report.render().unwrap());
}
