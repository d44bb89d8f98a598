//~ family: E0133-unsafe
//~ vary i16: i16 | i32 | i64
trait Filter {
    unsafe fn apply(&self, sample: i16) -> i16;
}

struct Gain(i16);
struct Gate {
    threshold: i16,
}

impl Filter for Gain {
    unsafe fn apply(&self, sample: i16) -> i16 {
        sample * self.0
    }
}

impl Filter for Gate {
    unsafe fn apply(&self, sample: i16) -> i16 {
        if sample > self.threshold { sample } else { 0 }
    }
}

fn main() {
    let samples: Vec<i16> = vec![4, 20, 11];
    let (gain, gate) = (Gain(3), Gate { threshold: 9 });
    let louder: Vec<i16> = samples.iter().map(|&sample| unsafe { gain.apply(sample) }).collect();
    println!("{:?}", louder);
    for sample in samples {
        let kept = unsafe { gate.apply(sample) };
        println!("{} -> {}", sample, kept);
    }
}
