//~ family: E0308-reference-removed
//~ vary f64: f64 | f32
//~ vary clarity: clarity | comfort | speed
fn mean(scores: &[f64]) -> f64 {
    if scores.is_empty() {
        return 0.0;
    }
    scores.iter().sum::<f64>() / scores.len() as f64
}

fn spread(scores: &[f64], center: f64) -> f64 {
    let squares: Vec<f64> = scores.iter().map(|score| (score - center).powi(2)).collect();
    mean(&squares).sqrt()
}

fn report(question: &str, scores: &[f64]) -> String {
    let center = mean(scores);
    format!("{question}: {center:.2} +- {:.2}", spread(scores, center))
}

fn main() {
    let answers: Vec<f64> = vec![3.5, 4.0, 2.5, 5.0];
    let question = String::from("clarity");
    let plain = report(&question, &answers);
    let doubled: Vec<f64> = answers.iter().map(|score| score * 2.0).collect();
    let weighted = report("weighted", &doubled);
    println!("{plain}; {weighted}");
    println!("{} answers to {question}", answers.len());
}
