//~ family: E0499-second-borrow
#[derive(Clone, Debug, PartialEq)]
struct Layer {
    name: String,
    opacity: u8,
}

struct Canvas {
    layers: Vec<Layer>,
}

impl Canvas {
    fn duplicate(&mut self, at: usize) {
        let mut copy = self.layers[at].clone();
        self.layers.push(Layer { name: String::from("spare"), opacity: 1 });
        copy.name.push_str(" copy");
        println!("{} at {}", copy.name, copy.opacity);
    }

    fn fade(&mut self) {
        let strongest = self.layers[0].opacity;
        self.layers.iter_mut().for_each(|layer| layer.opacity /= 2);
        println!("{strongest} was the strongest");
    }
}

fn main() {
    let mut canvas = Canvas { layers: vec![Layer { name: String::from("sky"), opacity: 80 }] };
    canvas.duplicate(0);
    canvas.fade();
    let base = canvas.layers[0].clone();
    canvas.layers.reverse();
    println!("{base:?}");
    println!("{:?}", canvas.layers);
}
