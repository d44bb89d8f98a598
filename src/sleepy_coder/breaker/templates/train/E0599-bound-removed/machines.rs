//~ family: E0599-bound-removed
trait Machine {
    fn start(&mut self, load: u32) -> u32;
    fn stop(&mut self) -> &'static str;
}

#[derive(Default)]
struct Mill {
    turns: u32,
}

impl Machine for Mill {
    fn start(&mut self, load: u32) -> u32 {
        self.turns += load / 3;
        self.turns
    }

    fn stop(&mut self) -> &'static str {
        self.turns = 0;
        "mill stopped"
    }
}

fn cycle<M: Machine>(machine: &mut M, loads: &[u32]) -> Vec<u32> {
    loads.iter().map(|load| machine.start(*load)).collect()
}

fn shut_down<M>(mut machine: M) -> String
where
    M: Machine,
{
    machine.stop().to_uppercase()
}

fn main() {
    let mut mill = Mill::default();
    println!("{:?}", cycle(&mut mill, &[9, 4, 30]));
    println!("{}", shut_down(mill));
}
