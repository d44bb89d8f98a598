//~ family: edition-unsafe-attribute
//~ edition: 2024
mod native {
    #[unsafe(no_mangle)]
    pub extern "C" fn room_area(width: u32, depth: u32) -> u32 {
        width * depth
    }

    #[unsafe(no_mangle)]
    pub extern "C" fn room_edge(width: u32, depth: u32) -> u32 {
        2 * (width + depth)
    }
}

unsafe extern "C" {
    fn room_area(width: u32, depth: u32) -> u32;
    fn room_edge(width: u32, depth: u32) -> u32;
}

fn main() {
    for (width, depth) in [(4, 6), (9, 3)] {
        println!("{} {}", unsafe { room_area(width, depth) }, unsafe { room_edge(width, depth) });
    }
}
