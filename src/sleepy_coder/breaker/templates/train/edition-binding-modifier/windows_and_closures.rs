//~ family: edition-binding-modifier
//~ edition: 2024
#[derive(Clone, PartialEq)]
struct Sample {
    at: u32,
    reading: Option<(f32, String)>,
}

fn gaps(samples: &[Sample]) -> Vec<u32> {
    samples
        .windows(2)
        .filter_map(|pair| match pair {
            [Sample { at: early, .. }, Sample { at: late, reading: Some(_) }] => Some(late - early),
            _ => None,
        })
        .collect()
}

fn loudest(samples: &[Sample]) -> Option<(&u32, &f32)> {
    let readings = samples.iter().filter_map(|Sample { at, reading }| {
        let (value, _) = reading.as_ref()?;
        Some((at, value))
    });
    readings.max_by(|(_, a), (_, b)| a.total_cmp(b))
}

fn relabel(samples: &mut Vec<Sample>, unit: &str) {
    for Sample { reading, .. } in samples.iter_mut() {
        if let Some((_, label)) = reading {
            label.push_str(unit);
        }
    }
    while let Some(Sample { at, reading: None }) = samples.last() {
        println!("dropped {at}");
        samples.pop();
    }
}

fn main() {
    let sample = |at, value| Sample { at, reading: Some((value, format!("{at}"))) };
    let mut samples = vec![sample(4, 1.5), sample(9, 7.25), Sample { at: 12, reading: None }];
    println!("{:?} {:?}", gaps(&samples), loudest(&samples));
    relabel(&mut samples, "dB");
    println!("{}", samples.iter().flat_map(|sample| &sample.reading).map(|(_, label)| label.len()).sum::<usize>());
}
