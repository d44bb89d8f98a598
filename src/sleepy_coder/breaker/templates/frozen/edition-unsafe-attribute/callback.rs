//~ family: edition-unsafe-attribute
//~ edition: 2024
pub type Step = unsafe extern "C" fn(i64) -> i64;

#[unsafe(no_mangle)]
unsafe extern "C" fn step_square(value: i64) -> i64 {
    value * value
}

#[unsafe(export_name = "step.down")]
unsafe extern "C" fn step_down(value: i64) -> i64 {
    value - 1
}

mod linked {
    unsafe extern "C" {
        #[link_name = "step.down"]
        pub fn lower(value: i64) -> i64;
        pub fn step_square(value: i64) -> i64;
    }
}

fn apply(steps: &[Step], start: i64) -> i64 {
    steps.iter().fold(start, |value, step| unsafe { step(value) })
}

fn main() {
    println!("{}", apply(&[step_square, step_down], 7));
    println!("{}", apply(&[linked::lower, linked::step_square], 7));
}
