//~ family: E0308-tail-semicolon
//~ vary cedar: cedar | maple | walnut
//~ vary all: all | any
struct Query<'a> {
    rows: &'a [(&'a str, i32)],
    limit: usize,
    reverse: bool,
}

impl<'a> Query<'a> {
    fn over(rows: &'a [(&'a str, i32)]) -> Query<'a> {
        Query { rows, limit: rows.len(), reverse: false }
    }

    fn limit(mut self, limit: usize) -> Query<'a> {
        self.limit = limit;
        self
    }

    fn reversed(self) -> Query<'a> {
        Query { reverse: !self.reverse, ..self }
    }

    fn labels(&self) -> Vec<&'a str> {
        let mut sorted = self.rows.to_vec();
        sorted.sort_by_key(|(_, height)| if self.reverse { -height } else { *height });
        sorted.into_iter().take(self.limit).map(|(label, _)| label).collect()
    }
}

fn main() {
    let rows = [("cedar", 40), ("birch", 15), ("oak", 30)];
    let shortest = Query::over(&rows).limit(2).labels();
    let tallest = Query::over(&rows).limit(1).reversed().labels();
    println!("{shortest:?} {tallest:?}");
    println!("long words: {}", shortest.iter().all(|label| label.len() > 3));
}
