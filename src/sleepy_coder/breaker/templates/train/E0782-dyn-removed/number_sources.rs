//~ family: E0782-dyn-removed
type Source = dyn Iterator<Item = u32>;

struct Mixer<'m> {
    inputs: Vec<Box<Source>>,
    gain: &'m dyn Fn(u32) -> u32,
}

impl<'m> Mixer<'m> {
    fn next(&mut self) -> Option<u32> {
        let gain = self.gain;
        let values = self.inputs.iter_mut().filter_map(|input| input.next());
        values.map(gain).reduce(|sum, value| sum + value)
    }

    fn plug<I>(&mut self, input: I) -> &mut Self
    where
        I: Iterator<Item = u32> + 'static,
    {
        self.inputs.push(Box::new(input) as Box<dyn Iterator<Item = u32>>);
        self
    }
}

static DOUBLE: &(dyn Fn(u32) -> u32 + Sync) = &|value| value * 2;

fn shown(values: &[&dyn std::fmt::Display]) -> String {
    let mut text = String::new();
    for value in values {
        text += &format!("<{value}>");
    }
    text
}

fn main() {
    let mut mixer = Mixer { inputs: Vec::new(), gain: DOUBLE };
    mixer.plug(5..8).plug([10, 20].into_iter());
    while let Some(value) = mixer.next() {
        println!("{}", shown(&[&value, &"hz", &(value as f64 / 4.0)]));
    }
}
