//~ family: E0308-question-removed
//~ vary f64: f64 | f32
//~ vary salinity: salinity | pressure | voltage
use std::num::ParseFloatError;

fn raw(text: &str) -> Result<f64, ParseFloatError> {
    text.trim().parse()
}

fn corrected(text: &str, offset: f64, gain: f64) -> Result<f64, ParseFloatError> {
    let value: f64 = raw(text)?;
    Ok((value - offset) * gain)
}

fn blend(samples: &[&str], weight: f64) -> Result<f64, ParseFloatError> {
    let mut smooth = 0.0;
    for sample in samples {
        smooth = mix(smooth, corrected(sample, 0.5, 1.25)?, weight);
    }
    Ok(smooth)
}

fn mix(old: f64, fresh: f64, weight: f64) -> f64 {
    old * (1.0 - weight) + fresh * weight
}

fn main() {
    let clean = blend(&["4.5", " 6.5", "8.5 "], 0.5);
    let dirty = blend(&["4.5", "n/a"], 0.5);
    if let Ok(level) = clean {
        println!("salinity {level:.3}");
    }
    println!("second probe failed: {}", dirty.is_err());
}
