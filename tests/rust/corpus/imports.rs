mod inner {
    pub struct Shown;
    struct Hidden;
    pub fn make() -> Shown {
        Shown
    }
}

use inner::Hidden;
use inner::Shwon;
use std::colections::HashMap;

fn main() {
    let map: HashMap<u8, Shown> = HashMap::new();
    let set = HashSet::new();
    let _ = (map, set, mkae());
}
