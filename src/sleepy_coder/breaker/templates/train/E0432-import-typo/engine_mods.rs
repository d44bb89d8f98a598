//~ family: E0432-import-typo
pub mod engine {
    pub mod units {
        pub type Meters = f64;
        pub const GRAVITY: Meters = 9.81;
        pub static LABELS: [&str; 2] = ["slow", "fast"];
    }

    pub mod solver {
        pub use super::units::GRAVITY;

        pub trait Solve {
            fn solve(&self, time: f64) -> f64;
        }

        pub mod falling {
            use crate::engine::solver::Solve;
            use crate::engine::units::Meters;

            pub struct Stone(pub Meters);

            impl Solve for Stone {
                fn solve(&self, time: f64) -> f64 {
                    use super::GRAVITY;
                    (self.0 - GRAVITY * time * time / 2.0).max(0.0)
                }
            }

            pub(crate) fn drop_from(height: Meters) -> Stone {
                Stone(height)
            }
        }
    }
}

use engine::solver::falling::drop_from;
use engine::solver::Solve as _;
use engine::units::LABELS as SPEEDS;

fn main() {
    let stone = drop_from(20.0);
    for time in [0.5, 3.0] {
        println!("{:.2} {}", stone.solve(time), SPEEDS[usize::from(time > 1.0)]);
    }
}
