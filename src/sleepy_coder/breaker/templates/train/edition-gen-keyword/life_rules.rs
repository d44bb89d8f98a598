//~ family: edition-gen-keyword
//~ edition: 2024
use std::collections::HashSet;

trait Evolve {
    fn r#gen(&self, age: usize) -> Self;
}

mod stats {
    pub fn r#gen(count: usize) -> String {
        format!("{count} alive")
    }
}

#[derive(Clone)]
struct Row(HashSet<i32>);

impl Evolve for Row {
    fn r#gen(&self, age: usize) -> Row {
        let near = |at: i32| [at - 1, at + 1].iter().filter(|side| self.0.contains(side)).count();
        let shift = (age % 2) as i32;
        Row((-5..=5).filter(|at| near(*at) == 1).map(|at| at + shift).collect())
    }
}

fn run<E: Evolve + Clone>(start: &E, rounds: usize) -> Vec<E> {
    let mut ages = vec![start.clone()];
    for r#gen in 0..rounds {
        let next = ages[r#gen].r#gen(rounds - r#gen);
        ages.push(next);
    }
    ages
}

fn main() {
    for (r#gen, row) in run(&Row(HashSet::from([0, 2])), 3).iter().enumerate() {
        println!("{} {}", r#gen, stats::r#gen(row.0.len()));
    }
}
