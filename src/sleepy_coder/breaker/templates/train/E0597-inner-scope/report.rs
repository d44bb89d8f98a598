//~ family: E0597-inner-scope
use std::collections::BTreeMap;

struct Report {
    rows: Vec<(String, u32)>,
}

impl Report {
    fn build(count: u32) -> Report {
        let rows = (1..=count).map(|at| (format!("week {at}"), at * at)).collect();
        Report { rows }
    }

    fn best(&self) -> Option<&(String, u32)> {
        self.rows.iter().max_by_key(|row| row.1)
    }
}

fn main() {
    let report = Report::build(4);
    let best = {
        println!("{} rows", report.rows.len());
        report.best()
    };
    println!("{best:?}");
    let mut titles = Vec::new();
    for at in 1..4 {
        let title = format!("part {at}");
        titles.push(title);
    }
    println!("{}", titles.join(", "));
    let mut index = BTreeMap::new();
    for word in ["alpha", "beta"] {
        let upper = word.to_uppercase();
        index.insert(upper, word.len());
    }
    println!("{index:?}");
}
