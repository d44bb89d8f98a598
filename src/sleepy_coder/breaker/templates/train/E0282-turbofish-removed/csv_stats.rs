//~ family: E0282-turbofish-removed
//~ vary f64: f64 | f32
use std::collections::HashMap;
use std::num::ParseFloatError;

#[derive(Debug)]
enum RowError {
    Number(ParseFloatError),
    Width,
}

impl From<ParseFloatError> for RowError {
    fn from(error: ParseFloatError) -> Self {
        RowError::Number(error)
    }
}

fn row(line: &str, width: usize) -> Result<Vec<f64>, RowError> {
    let cells = line
        .split(',')
        .map(|cell| cell.trim().parse::<f64>())
        .collect::<Result<Vec<_>, _>>()?;
    if cells.len() != width {
        return Err(RowError::Width);
    }
    Ok(cells)
}

fn spread(column: impl Iterator<Item = f64> + Clone) -> f64 {
    let high = column.clone().fold(f64::MIN, |a, b| if a > b { a } else { b });
    let low = column.fold(f64::MAX, |a, b| if a < b { a } else { b });
    high - low
}

fn main() {
    let text = "1.5, 2, 9\n4, x, 1\n7\n2, 2, 3.25";
    let outcomes: Vec<_> = text.lines().map(|line| row(line, 3)).collect();
    let mut kinds: HashMap<_, _> = HashMap::<&str, usize>::new();
    for outcome in &outcomes {
        let kind = match outcome {
            Ok(_) => "good",
            Err(RowError::Number(error)) if error.to_string().is_empty() => "empty",
            Err(RowError::Number(_)) => "text",
            Err(RowError::Width) => "width",
        };
        *kinds.entry(kind).or_default() += 1;
    }
    let good: Vec<Vec<f64>> = outcomes.into_iter().flatten().collect();
    let spreads = (0..3)
        .map(|at| spread(good.iter().map(move |cells| cells[at])))
        .collect::<Vec<_>>();
    println!("{spreads:?} {}", kinds.len());
    println!("{}", spreads.iter().copied().product::<f64>().sqrt());
}
