//~ family: E0382-closure-moved
//~ vary f64: f64 | f32
pub struct Weights(Vec<f64>);

pub struct Model {
    name: Box<str>,
    weights: Weights,
}

impl Model {
    fn rank(self, rows: &mut [Vec<f64>]) -> Model {
        let score = |row: &Vec<f64>| {
            row.iter()
                .zip(&self.weights.0)
                .map(|(value, weight)| value * weight)
                .sum::<f64>()
        };
        rows.sort_by(|left, right| score(right).total_cmp(&score(left)));
        self
    }

    fn retain(&self, rows: &mut Vec<Vec<f64>>, floor: Option<Weights>) -> usize {
        if let Some(floor) = floor {
            rows.retain(|row| row.iter().zip(floor.0.iter()).all(|(value, least)| value >= least));
            return rows.len() * floor.0.len();
        }
        rows.len()
    }
}

fn label(parts: Box<[String]>) -> String {
    let widest = parts.iter().map(String::len).max().unwrap_or_default();
    let mut line = String::new();
    (0..parts.len()).rev().for_each(|place| line.push_str(&parts[place]));
    format!("{line:>widest$}{}", parts.len())
}

fn main() {
    let model = Model { name: "linear".into(), weights: Weights(vec![0.5, 2.0]) };
    let mut rows = vec![vec![1.0, 1.0], vec![4.0, 0.5], vec![0.0, 3.0]];
    let model = model.rank(&mut rows);
    println!("{} {:?}", model.name, rows);
    println!("{}", model.retain(&mut rows, Some(Weights(vec![0.5, 0.5]))));
    println!("{}", label(vec!["ab".to_string(), "c".to_string()].into_boxed_slice()));
}
