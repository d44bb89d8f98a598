//~ family: E0449-pub-added
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Lamp {
    #[default]
    Off,
    Dim(u8),
    Full {
        warm: bool,
    },
}

trait Switch: Default {
    const NAME: &'static str;

    fn pressed(self) -> Self;

    fn fresh() -> Self {
        Self::default()
    }
}

impl Switch for Lamp {
    const NAME: &'static str = "lamp";

    fn pressed(self) -> Self {
        match self {
            Lamp::Off => Lamp::Dim(1),
            Lamp::Dim(level) if level < 3 => Lamp::Dim(level + 1),
            Lamp::Dim(_) => Lamp::Full { warm: true },
            Lamp::Full { warm } => {
                println!("was warm: {warm}");
                Lamp::Off
            }
        }
    }
}

impl From<Lamp> for u8 {
    fn from(lamp: Lamp) -> u8 {
        if let Lamp::Dim(level) = lamp {
            level
        } else {
            0
        }
    }
}

fn main() {
    let lamp = (0..6).fold(Lamp::fresh(), |lamp, _| lamp.pressed());
    println!("{} {:?} {}", Lamp::NAME, lamp, u8::from(lamp.pressed().pressed()));
}
