//~ family: E0531-variant-typo
use std::collections::BTreeMap;
use std::ops::ControlFlow::{self, Break, Continue};

struct Stack(Vec<i32>);
struct Named<'n>(&'n str, Stack);

fn run(program: &str) -> ControlFlow<String, Stack> {
    let mut stack = Stack(vec![]);
    for word in program.split(' ') {
        let Stack(items) = &mut stack;
        if let Ok(number) = word.parse() {
            items.push(number);
            continue;
        }
        let (Some(right), Some(left)) = (items.pop(), items.pop()) else {
            return Break(format!("nothing left for {word}"));
        };
        items.push(if word == "+" { left + right } else { left - right });
    }
    Continue(stack)
}

fn main() {
    let mut results = BTreeMap::new();
    for program in ["2 9 +", "4 -", "1 2 3 - -"] {
        match run(program) {
            Continue(Stack(items)) => results.insert(program, items),
            Break(reason) => {
                println!("{reason}");
                None
            }
        };
    }
    let Named(name, Stack(rest)) = Named("spare", Stack(vec![8]));
    println!("{results:?} {name} {rest:?}");
    while let Some((program, _)) = results.pop_first() {
        println!("{program}");
    }
}
