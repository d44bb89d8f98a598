//~ family: E0252-import-twice
mod units {
    pub struct Inches(pub f64);

    pub fn to_cm(length: &Inches) -> f64 {
        length.0 * 2.54
    }

    pub mod names {
        use super::Inches;

        pub fn long(length: &Inches) -> String {
            format!("{} inches", length.0)
        }
    }
}

use units::names::long;
use units::{Inches, to_cm};

fn main() {
    for size in [1.0, 7.5] {
        let length = Inches(size);
        println!("{} = {:.2} cm", long(&length), to_cm(&length));
    }
}
