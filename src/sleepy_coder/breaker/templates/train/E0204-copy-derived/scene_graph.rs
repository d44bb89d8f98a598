//~ family: E0204-copy-derived
//~ vary f32: f32 | f64
use std::collections::VecDeque;
use std::fmt::Debug;

#[derive(Copy, Clone, Debug, Default)]
struct Angle(f32);

#[derive(Debug, Clone)]
enum Motion<'m> {
    Still,
    Turn(Angle),
    Sequence { steps: VecDeque<Motion<'m>>, label: &'m str },
}

#[derive(Clone)]
struct Layer<'m, T = u8>
where
    T: Debug,
{
    tint: T,
    motion: Motion<'m>,
}

#[derive(Clone, Debug)]
pub struct Frame(Vec<Angle>, pub [Option<String>; 2]);

impl<'m> Motion<'m> {
    fn angles(self) -> Vec<Angle> {
        match self {
            Motion::Still => vec![Angle::default()],
            Motion::Turn(angle) => vec![angle],
            Motion::Sequence { steps, label } if !label.is_empty() => {
                steps.into_iter().flat_map(Motion::angles).collect()
            }
            Motion::Sequence { .. } => Vec::new(),
        }
    }
}

fn render<T: Debug + Clone>(layers: &[Layer<'_, T>]) -> Vec<Frame> {
    let frame = |layer: &Layer<'_, T>| {
        let copy = layer.clone();
        Frame(copy.motion.angles(), [Some(format!("{:?}", copy.tint)), None])
    };
    layers.iter().map(frame).collect()
}

fn main() {
    let turn = Motion::Turn(Angle(0.5));
    let steps = VecDeque::from([turn.clone(), Motion::Still]);
    let layers =
        [Layer { tint: 7, motion: turn }, Layer { tint: 9, motion: Motion::Sequence { steps, label: "spin" } }];
    for Frame(angles, notes) in render(&layers) {
        println!("{:?} {:?}", angles.iter().map(|angle| angle.0).sum::<f32>(), notes[0].clone());
    }
}
