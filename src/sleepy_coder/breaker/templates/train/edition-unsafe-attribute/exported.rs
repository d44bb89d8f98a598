//~ family: edition-unsafe-attribute
//~ edition: 2024
pub struct Counter {
    hits: u64,
}

impl Counter {
    #[unsafe(export_name = "counter_hit_2")]
    pub extern "C" fn hit(&mut self) -> u64 {
        self.hits += 1;
        self.hits
    }
}

mod caller {
    use super::Counter;

    unsafe extern "C" {
        #[link_name = "counter_hit_2"]
        fn hit_by_name(counter: *mut Counter) -> u64;
    }

    pub fn hit(counter: &mut Counter, times: u8) -> u64 {
        let mut last = 0;
        for _ in 0..times {
            last = unsafe { hit_by_name(counter) };
        }
        last
    }
}

fn main() {
    let mut counter = Counter { hits: 10 };
    println!("{}", caller::hit(&mut counter, 3));
    println!("{}", counter.hit());
}
