//~ family: E0425-type-typo
//~ vary f64: f64 | f32
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

#[derive(Debug, Clone, Copy)]
struct Ratio(f64);

#[repr(u8)]
#[derive(Clone, Copy)]
enum Level {
    Low = 1,
    High = 9,
}

const LEVELS: [Level; 2] = [Level::Low, Level::High];
const IDENTITY: Option<Ratio> = Some(Ratio(1.0));
static CALLS: AtomicUsize = AtomicUsize::new(0);
static LOG: Mutex<Vec<Ratio>> = Mutex::new(Vec::new());

trait Convert<To> {
    fn convert(self) -> To;
}

impl Convert<Ratio> for Level {
    fn convert(self) -> Ratio {
        CALLS.fetch_add(1, Ordering::Relaxed);
        Ratio(self as u8 as f64)
    }
}

impl<T: Convert<Ratio>> Convert<Vec<Ratio>> for Vec<T> {
    fn convert(self) -> Vec<Ratio> {
        self.into_iter()
            .map(|item| <T as Convert<Ratio>>::convert(item))
            .collect()
    }
}

fn record(ratios: &[Ratio]) -> Result<usize, Box<dyn std::error::Error>> {
    let mut log = LOG.lock()?;
    log.extend(ratios.iter().chain(IDENTITY.as_ref()));
    Ok(log.len())
}

fn main() {
    let ratios: Vec<Ratio> = LEVELS.to_vec().convert();
    let count = record(&ratios).unwrap_or_default();
    let product = ratios.iter().fold(1.0, |product: f64, Ratio(value)| product * value);
    println!("{count} {product} {}", CALLS.load(Ordering::Relaxed));
}
