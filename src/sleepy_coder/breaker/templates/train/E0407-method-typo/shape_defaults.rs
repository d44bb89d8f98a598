//~ family: E0407-method-typo
//~ vary f64: f64 | f32
mod geometry {
    pub trait Solid {
        fn base(&self) -> f64;

        fn volume(&self) -> f64 {
            self.base()
        }

        fn unit() -> Self
        where
            Self: Sized + Default,
        {
            Self::default()
        }
    }
}

#[derive(Default)]
struct Cube(f64);

#[derive(Default)]
struct Cone<const STEEP: bool>(f64);

impl geometry::Solid for Cube {
    fn base(&self) -> f64 {
        self.0 * self.0
    }

    fn unit() -> Cube {
        Cube(1.0)
    }
}

impl<const STEEP: bool> geometry::Solid for Cone<STEEP> {
    fn base(&self) -> f64 {
        3.0 * self.0.powi(2)
    }

    fn volume(&self) -> f64 {
        if STEEP { self.base() } else { self.base() / 3.0 }
    }
}

fn main() {
    use geometry::Solid as _;
    println!("{} {}", <Cube as geometry::Solid>::unit().volume(), Cone::<true>(2.0).volume());
}
