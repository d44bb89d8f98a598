//~ family: E0506-borrow
use std::collections::HashMap;

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![];
    let mut line = String::new();
    for word in text.split(' ') {
        let longer = line.len() + word.len() + 1;
        if longer > width && !line.is_empty() {
            let full = line.clone();
            line = String::from(word);
            lines.push(format!("{full:<width$}|"));
            continue;
        }
        line += word;
        line.push(' ');
    }
    lines.push(line);
    lines
}

fn collatz(start: u64, cache: &mut HashMap<u64, u32>) -> u32 {
    let mut current = start;
    let mut steps = 0;
    let mut peak = current;
    while current > 1 {
        let from = current;
        current = if from % 2 == 0 { from / 2 } else { 3 * from + 1 };
        cache.insert(from + 1, steps);
        let highest = peak;
        peak = current.max(peak);
        steps += if peak > highest * 2 { 3 } else { 1 };
    }
    cache.insert(start + peak % 2, steps);
    steps
}

fn normalise(weights: &mut [f64]) -> Option<f64> {
    let pivot = *weights.first()?;
    for weight in weights.iter_mut().skip(1) {
        *weight /= pivot;
    }
    let scale = weights[0];
    weights[0] = 1.0;
    Some(scale * 2.0)
}

fn main() {
    println!("{:#?}", wrap("the long way round the lake", 10));
    let mut cache = HashMap::new();
    println!("{} {}", collatz(6, &mut cache), cache.len());
    let mut weights = [4.0, 2.0, 1.0];
    println!("{:?} {weights:?}", normalise(&mut weights));
}
