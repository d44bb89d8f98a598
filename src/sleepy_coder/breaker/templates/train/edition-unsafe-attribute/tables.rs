//~ family: edition-unsafe-attribute
//~ edition: 2024
mod data {
    #[unsafe(no_mangle)]
    pub static PRIME_LIMIT: u32 = 40;

    #[unsafe(no_mangle)]
    #[inline(never)]
    pub extern "C" fn is_prime_number(value: u32) -> bool {
        value > 1 && (2..value).all(|part| value % part != 0)
    }
}

mod shared {
    unsafe extern "C" {
        pub static PRIME_LIMIT: u32;
        pub fn is_prime_number(value: u32) -> bool;
    }
}

fn main() {
    let limit = unsafe { shared::PRIME_LIMIT };
    let found: Vec<u32> = (30..limit).filter(|value| unsafe { shared::is_prime_number(*value) }).collect();
    println!("{found:?} below {limit}");
}
