//~ family: E0027-rest-removed
//~ vary i32: i32 | i64 | i16
//~ vary barn: barn | silo | dairy
#[derive(Debug, Clone)]
struct Sample {
    station: &'static str,
    level: i32,
    valid: bool,
    note: Option<String>,
}

fn average(samples: &[Sample]) -> Option<i32> {
    let levels: Vec<i32> = samples
        .iter()
        .filter_map(|sample| match sample {
            Sample { valid: true, level, .. } => Some(*level),
            _ => None,
        })
        .collect();
    let total: i32 = levels.iter().sum();
    total.checked_div(levels.len() as i32)
}

fn main() {
    let samples = vec![
        Sample { station: "barn", level: 18, valid: true, note: None },
        Sample { station: "well", level: 97, valid: false, note: Some("frozen sensor".to_string()) },
        Sample { station: "roof", level: 12, valid: true, note: None },
    ];
    println!("average {:?}", average(&samples));
    for Sample { station, note, .. } in &samples {
        if let Some(text) = note {
            println!("{station}: {text}");
        }
    }
}
