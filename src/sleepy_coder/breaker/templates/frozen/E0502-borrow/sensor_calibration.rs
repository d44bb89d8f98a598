//~ family: E0502-borrow
//~ vary f32: f32 | f64
//~ vary sort_by: sort_by | sort_unstable_by
fn calibrate<F>(readings: &mut Vec<f32>, correct: F) -> f32
where
    F: Fn(f32) -> f32,
{
    let reference = readings[0];
    for reading in readings.iter_mut() {
        *reading = correct(*reading);
    }
    reference + 0.5
}

fn main() {
    let mut readings = vec![19.5, 4.25, 30.0];
    let base = calibrate(&mut readings, |reading| reading - 1.5);
    let warmest = readings[1];
    readings.sort_by(|a, b| b.total_cmp(a));
    println!("{:.2} {:.2} {:?}", base, warmest, readings);
}
