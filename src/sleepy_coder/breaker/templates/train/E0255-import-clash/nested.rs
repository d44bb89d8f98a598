//~ family: E0255-import-clash
mod net {
    pub mod codes {
        pub static NAMES: [&str; 3] = ["ok", "moved", "lost"];

        pub fn name(code: usize) -> &'static str {
            NAMES.get(code / 100 - 2).copied().unwrap_or("unknown")
        }
    }

    pub mod retry {
        use super::codes::name;

        pub fn should_retry(code: usize) -> bool {
            name(code) == "lost"
        }
    }
}

use net::codes::{NAMES, name};
use net::retry::should_retry;

fn main() {
    for code in [204, 404, 500] {
        println!("{code} {} {}", name(code), should_retry(code));
    }
    println!("{}", NAMES.len());
}
