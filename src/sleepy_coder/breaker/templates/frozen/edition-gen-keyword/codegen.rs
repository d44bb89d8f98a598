//~ family: edition-gen-keyword
//~ edition: 2024
#[derive(Clone, Copy)]
enum Op {
    Load(i32),
    Add,
}

fn r#gen(op: Op) -> String {
    match op {
        Op::Load(value) => format!("load {value}"),
        Op::Add => String::from("add"),
    }
}

trait Emit {
    fn emit(&self) -> Vec<String>;
}

impl Emit for [Op] {
    fn emit(&self) -> Vec<String> {
        self.iter().copied().map(r#gen).collect()
    }
}

fn main() {
    let ops = [Op::Load(2), Op::Load(40), Op::Add];
    println!("{} ({})", ops.emit().join("; "), ops.len());
    println!("{}", r#gen(ops[1]));
}
