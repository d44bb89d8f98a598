//~ family: E0606-deref-removed
struct Station {
    name: &'static str,
    rain: Vec<u32>,
}

impl Station {
    fn mean(&self) -> f64 {
        let mut sum = 0.0;
        for day in &self.rain {
            sum += *day as f64;
        }
        sum / self.rain.len() as f64
    }
}

fn main() {
    let stations =
        [Station { name: "coast", rain: vec![4, 0, 11] }, Station { name: "ridge", rain: vec![9, 16] }];
    for station in &stations {
        println!("{} {:.2}", station.name, station.mean());
    }
}
