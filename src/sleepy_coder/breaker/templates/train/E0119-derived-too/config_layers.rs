//~ family: E0119-derived-too
mod config {
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq)]
    pub enum Mode {
        Quiet,
        Loud { level: u8 },
    }

    impl Default for Mode {
        fn default() -> Self {
            Mode::Loud { level: 2 }
        }
    }

    #[derive(Debug)]
    pub struct Layer {
        pub mode: Mode,
        pub names: BTreeMap<String, u32>,
        reads: u32,
    }

    impl std::default::Default for Layer {
        fn default() -> Layer {
            let names = BTreeMap::from([("root".to_string(), 1)]);
            Layer { mode: Mode::default(), names, reads: 0 }
        }
    }

    impl Clone for Layer {
        fn clone(&self) -> Self {
            Layer { mode: Mode::Quiet, names: self.names.clone(), reads: self.reads + 1 }
        }
    }

    impl PartialEq for Layer {
        fn eq(&self, other: &Layer) -> bool {
            self.names == other.names
        }
    }
}

fn main() {
    let layer = config::Layer::default();
    let copy = layer.clone();
    println!("{} {copy:?} {}", layer == copy, layer.mode == copy.mode);
}
