//~ family: E0614-deref
//~ vary f32: f32 | f64
//~ vary to_radians: to_radians | to_degrees
fn hands(hours: f32, minutes: f32) -> (f32, f32) {
    let long = minutes * 6.0;
    let short = hours * 30.0 + minutes / 12.0;
    (short, long)
}

fn gap(short: f32, long: f32) -> f32 {
    let apart = (short - long).abs();
    if apart > 180.0 {
        return 360.0 - apart;
    }
    apart
}

fn main() {
    let times = vec![(3.0, 15.0), (9.0, 40.0)];
    for (hours, minutes) in times {
        let (short, long) = hands(hours, minutes);
        let angle = gap(short, long);
        println!("{:.2} {:.3}", angle, angle.to_radians());
    }
}
