//~ family: E0432-import-typo
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Light {
    Red,
    Amber,
    Green,
}

impl Light {
    fn next(self) -> Light {
        use Light::*;
        match self {
            Red => Green,
            Green => Amber,
            Amber => Red,
        }
    }
}

mod timing {
    use super::Light::{self, Amber};
    use std::time::Duration;

    pub fn lasting(light: Light) -> Duration {
        if light == Amber {
            Duration::from_millis(1500)
        } else {
            Duration::from_secs(20)
        }
    }

    pub mod plan {
        use crate::timing::lasting;
        pub use crate::Light;

        pub fn cycle(start: Light, count: usize) -> u64 {
            std::iter::successors(Some(start), |light| Some(light.next()))
                .take(count)
                .map(|light| lasting(light).as_secs())
                .sum()
        }
    }
}

fn main() {
    use std::cmp::Ordering::Greater;
    use timing::plan::{cycle, Light as Lamp};

    let (long, short) = (cycle(Lamp::Red, 5), cycle(Lamp::Green, 2));
    println!("{long} {short} {}", long.cmp(&short) == Greater);
}
