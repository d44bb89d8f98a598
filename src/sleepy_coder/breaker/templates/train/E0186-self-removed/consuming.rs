//~ family: E0186-self-removed
use std::rc::Rc;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Op {
    Add(i32),
    Noop,
}

trait Pass {
    fn rewrite(&self, ops: Vec<Op>, trace: &mut Vec<&'static str>) -> Vec<Op>;
    fn finish(self: Box<Self>, ops: &[Op]) -> usize;
    fn share(self: Rc<Self>) -> String;

    fn cost(&self) -> Result<u32, &'static str> {
        Ok(1)
    }
}

struct DropNoops;
struct Trusted<T>(T);

impl Pass for DropNoops {
    fn rewrite(&self, ops: Vec<Op>, trace: &mut Vec<&'static str>) -> Vec<Op> {
        trace.push("noops");
        ops.into_iter().filter(|op| *op != Op::Noop).collect()
    }

    fn finish(self: Box<Self>, ops: &[Op]) -> usize {
        ops.iter().filter(|op| matches!(op, Op::Add(by) if *by < 0)).count()
    }

    fn share(self: Rc<Self>) -> String {
        "shared pass".to_string()
    }
}

impl<T: Into<usize>> Pass for Trusted<T> {
    fn rewrite(&self, mut ops: Vec<Op>, _: &mut Vec<&'static str>) -> Vec<Op> {
        for op in ops.iter_mut() {
            if let Op::Add(by) = op {
                *by += 1;
            }
        }
        ops
    }

    fn finish(self: Box<Self>, _: &[Op]) -> usize {
        let Trusted(count) = *self;
        count.into()
    }

    fn share(self: Rc<Self>) -> String {
        String::new()
    }

    fn cost(&self) -> Result<u32, &'static str> {
        Err("unknown")
    }
}

fn main() {
    let mut trace = Vec::new();
    let ops = DropNoops.rewrite(vec![Op::Add(2), Op::Noop, Op::Add(-2)], &mut trace);
    let pass: Box<dyn Pass> = Box::new(DropNoops);
    println!("{ops:?} {trace:?} {} {}", pass.finish(&ops), Rc::new(DropNoops).share());
    let trusted = Trusted(4u8);
    println!("{:?} {:?} {}", trusted.rewrite(ops, &mut trace), trusted.cost(), Box::new(trusted).finish(&[]));
}
