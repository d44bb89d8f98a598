//~ family: E0599-method-typo
use std::collections::HashMap;
use std::str::FromStr;

trait Statistics {
    fn mean(&self) -> Option<f64>;
    fn spread(&self) -> f64;
}

impl<V: AsRef<[f64]>> Statistics for V {
    fn mean(&self) -> Option<f64> {
        let values = self.as_ref();
        let sum: f64 = values.iter().sum();
        (!values.is_empty()).then(|| sum / values.len() as f64)
    }

    fn spread(&self) -> f64 {
        let Some(mean) = self.mean() else {
            return f64::NAN;
        };
        let squares = self.as_ref().iter().map(|value| (value - mean).powi(2));
        squares.sum::<f64>().sqrt()
    }
}

struct Series {
    label: String,
    values: Vec<f64>,
}

impl FromStr for Series {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, Self::Err> {
        let (label, rest) = line.split_once(':').ok_or_else(|| line.to_owned())?;
        let values = rest.split_whitespace().map(|word| word.parse::<f64>());
        let values = values.collect::<Result<_, _>>().map_err(|problem| problem.to_string())?;
        Ok(Series { label: label.trim_end().to_string(), values })
    }
}

fn best(series: &[Series]) -> HashMap<&str, f64> {
    series.iter().filter_map(|one| Some((one.label.as_str(), one.values.mean()?))).collect()
}

fn main() {
    let series: Vec<Series> = ["a : 1.5 2.5", "b:", "c 4"].iter().flat_map(|line| line.parse()).collect();
    let means = best(&series);
    let a = means.get("a").copied().unwrap_or_default();
    let widths = series.iter().map(|one| one.values.spread()).filter(|width| width.is_finite()).count();
    println!("{a} {widths} {}", "x".parse::<Series>().is_err());
}
