//~ family: E0424-self-param-removed
//~ vary u32: u32 | i32 | i64
//~ vary chisel: chisel | mallet | rasp
trait Labelled {
    fn label(&self) -> String {
        String::from("unlabelled thing")
    }
}

struct Tool {
    kind: String,
    wear: u32,
}

struct Bucket;

impl Labelled for Tool {}
impl Labelled for Bucket {}

impl Tool {
    fn label(&self) -> String {
        format!("tool {}", self.kind)
    }

    fn is_blunt(&self) -> bool {
        self.wear > 60
    }

    fn sharpen(&mut self) {
        self.wear = 0;
    }
}

fn main() {
    let tools = vec![
        Tool { kind: "chisel".to_string(), wear: 75 },
        Tool { kind: "plane".to_string(), wear: 12 },
    ];
    for tool in tools.iter().filter(|tool| tool.wear > 5) {
        println!("{} worn {}", tool.label(), tool.wear);
    }
    println!("{}", Bucket.label());
}
