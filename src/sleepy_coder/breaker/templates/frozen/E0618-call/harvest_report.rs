//~ family: E0618-call
//~ vary f32: f32 | f64
//~ vary round: round | floor | ceil
mod farm {
    pub struct Plot {
        pub crop: &'static str,
        pub kilos: f32,
    }

    pub fn value(plot: &Plot, per_kilo: f32) -> f32 {
        let gross = plot.kilos * per_kilo;
        let tithe = gross / 10.0;
        gross - tithe
    }
}

fn main() {
    let plots = [
        farm::Plot { crop: "barley", kilos: 340.0 },
        farm::Plot { crop: "beans", kilos: 95.5 },
    ];
    let per_kilo = 1.2;
    for plot in plots.iter() {
        let worth = farm::value(plot, per_kilo);
        println!("{:>8} {}", plot.crop, worth.round());
    }
}
