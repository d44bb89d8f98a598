//~ family: E0782-dyn-removed
//~ vary usize: usize | u32 | i32
//~ vary growl: growl | hiss | howl
trait Singer {
    fn sing(&self, times: usize) -> String;
    fn volume(&self) -> usize;
}

struct Dog;

struct Bird {
    tune: String,
}

impl Singer for Dog {
    fn sing(&self, times: usize) -> String {
        format!("growl x{times}")
    }
    fn volume(&self) -> usize {
        60
    }
}

impl Singer for Bird {
    fn sing(&self, times: usize) -> String {
        (0..times).map(|_| self.tune.as_str()).collect::<Vec<_>>().join("-")
    }
    fn volume(&self) -> usize {
        25
    }
}

fn loudest(singers: &[Box<dyn Singer>]) -> Option<&dyn Singer> {
    singers.iter().max_by_key(|singer| singer.volume()).map(|singer| singer.as_ref())
}

fn main() {
    let singers: Vec<Box<dyn Singer>> = vec![Box::new(Dog), Box::new(Bird { tune: "tweet".to_string() })];
    singers.iter().for_each(|singer| println!("{}", singer.sing(3)));
    println!("peak {:?}", loudest(&singers).map(|singer| singer.volume()));
}
