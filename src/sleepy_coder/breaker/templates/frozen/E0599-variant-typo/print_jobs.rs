//~ family: E0599-variant-typo
use std::collections::HashMap;

#[derive(Debug, Hash, PartialEq, Eq)]
enum Paper {
    Plain,
    Glossy,
}

enum Job {
    Print { pages: u32, paper: Paper },
    Cancel,
}

fn supplies(jobs: Vec<Job>) -> HashMap<Paper, u32> {
    let mut used = HashMap::new();
    for job in jobs {
        match job {
            Job::Print { pages, paper } => *used.entry(paper).or_insert(0) += pages,
            Job::Cancel => used.clear(),
        }
    }
    used
}

fn main() {
    let jobs = vec![
        Job::Print { pages: 9, paper: Paper::Plain },
        Job::Cancel,
        Job::Print { pages: 4, paper: Paper::Glossy },
    ];
    let used = supplies(jobs);
    let glossy = used.get(&Paper::Glossy);
    println!("{glossy:?} {:?}", used.get(&Paper::Plain));
}
