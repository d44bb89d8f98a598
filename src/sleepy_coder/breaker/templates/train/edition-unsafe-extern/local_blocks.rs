//~ family: edition-unsafe-extern
//~ edition: 2024
const SAMPLES: [f64; 3] = [0.0, 0.5, 1.0];

struct Wave<F> {
    shape: F,
    height: f64,
}

impl<F: Fn(f64) -> f64> Wave<F> {
    fn at(&self, place: f64) -> f64 {
        unsafe extern "C" {
            fn floor(value: f64) -> f64;
        }
        let cycle = place - unsafe { floor(place) };
        (self.shape)(cycle) * self.height
    }
}

fn cosine() -> Wave<impl Fn(f64) -> f64> {
    #[link(name = "m")]
    unsafe extern "C" {
        #[link_name = "cos"]
        fn plain_cosine(angle: f64) -> f64;
    }
    Wave { shape: |cycle| unsafe { plain_cosine(cycle * std::f64::consts::TAU) }, height: 2.0 }
}

fn main() {
    let wave = cosine();
    let values: Vec<String> = SAMPLES.iter().map(|sample| format!("{:.1}", wave.at(*sample))).collect();
    println!("{}", values.join(" "));
}
