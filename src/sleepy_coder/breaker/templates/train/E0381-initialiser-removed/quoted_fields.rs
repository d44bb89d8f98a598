//~ family: E0381-initialiser-removed
//~ vary ';': ';' | ',' | '|'
struct Splitter<'a> {
    line: &'a str,
}

impl<'a> Splitter<'a> {
    fn fields(&self) -> Vec<&'a str> {
        let mut fields: Vec<&'a str> = vec![];
        let mut start = 0;
        let mut quoted = false;
        for (at, symbol) in self.line.char_indices() {
            match symbol {
                '"' => quoted = !quoted,
                ';' if !quoted => {
                    fields.push(&self.line[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
        fields.push(&self.line[start..]);
        fields
    }
}

fn widths(lines: &[&str]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for fields in lines.iter().map(|line| Splitter { line }.fields()) {
        widths.resize(widths.len().max(fields.len()), 0);
        for (width, field) in widths.iter_mut().zip(&fields) {
            *width = field.len().max(*width);
        }
    }
    widths
}

fn main() {
    let lines = ["name;note", "oak;\"tall; old\";7"];
    println!("{:?} {:?}", Splitter { line: lines[1] }.fields(), widths(&lines));
}
