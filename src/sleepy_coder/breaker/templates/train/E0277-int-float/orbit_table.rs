//~ family: E0277-int-float
//~ vary i64: i64 | i32 | u32
//~ vary sin: sin | cos
const STEP: f64 = 0.25;

struct Probe {
    launched: i64,
    speed: f64,
}

fn positions(probe: &Probe, ticks: i64) -> Vec<f64> {
    let mut places = vec![];
    for tick in 0..ticks {
        let angle = tick as f64 * STEP;
        places.push(probe.speed * angle.sin());
    }
    places
}

fn main() {
    let probe = Probe { launched: 30, speed: 7.5 };
    for place in positions(&probe, 4) {
        println!("{:.3}", place);
    }
    let offset = STEP + probe.launched as f64;
    println!("offset {:.2}", offset);
}
