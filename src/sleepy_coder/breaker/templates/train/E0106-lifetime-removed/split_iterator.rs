//~ family: E0106-lifetime-removed
struct Fields<'l> {
    rest: Option<&'l str>,
    mark: char,
}

impl<'l> Iterator for Fields<'l> {
    type Item = &'l str;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        match rest.split_once(self.mark) {
            Some((field, after)) => {
                self.rest = Some(after);
                Some(field)
            }
            None => self.rest.take(),
        }
    }
}

fn fields<'l>(line: &'l str, marks: &str) -> Fields<'l> {
    let mark = marks.chars().find(|mark| line.contains(*mark)).unwrap_or(',');
    Fields { rest: Some(line), mark }
}

fn header() -> &'static [&'static str] {
    &["id", "town"]
}

struct Row<'l, 'h> {
    cells: Vec<&'l str>,
    names: &'h [&'static str],
}

impl<'l> Row<'l, '_> {
    fn cell(&self, name: &str) -> Option<&'l str> {
        let at = self.names.iter().position(|known| *known == name)?;
        self.cells.get(at).copied()
    }
}

fn main() {
    let text = String::from("7;Oslo\n8;Bergen");
    for line in text.lines() {
        let row = Row { cells: fields(line, ";,").collect(), names: header() };
        println!("{:?} {:?}", row.cell("town"), row.cell("road"));
    }
}
