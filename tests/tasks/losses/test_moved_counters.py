"""A closure gets no `move` that copies a counter which is read outside, where no test can tell; one with a counter of
its own gets it."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

SPAWNED = """\
fn main() {
    let mut sent = 0;
    let worker = std::thread::spawn(|| {
        sent += 1;
        println!("{sent}");
    });
    worker.join().unwrap();
    READ
}
"""
RETURNED = """\
fn counter() -> impl FnMut() -> u32 {
    let mut sent = 0;
    || {
        sent += 1;
        sent
    }
}
fn main() {
    let mut next = counter();
    println!("{}", next() + next());
}
"""
FIELD = """\
struct Stats { sent: u32 }
fn main() {
    let mut stats = Stats { sent: 0 };
    let worker = std::thread::spawn(|| stats.sent += 1);
    worker.join().unwrap();
    println!("{}", stats.sent);
}
"""


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        (SPAWNED.replace("READ", 'println!("{}", sent);'), Verdict.BROKEN),
        (SPAWNED.replace("READ", 'println!("{sent}");'), Verdict.BROKEN),
        (FIELD, Verdict.BROKEN),
        (SPAWNED.replace("READ", ""), Verdict.FIXED),
        (SPAWNED.replace("READ", 'sent = 5;\n    println!("{sent}");'), Verdict.FIXED),
        (SPAWNED.replace("        sent += 1;\n", "").replace("READ", 'println!("{}", sent);'), Verdict.FIXED),
        (RETURNED, Verdict.FIXED),
    ],
)
def test_no_counter_that_is_read_outside_is_moved(compiler: Compiler, source: str, verdict: Verdict) -> None:
    task = Task(id="t", files={"main.rs": source}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    number, line = next((n, one) for n, one in enumerate(source.splitlines(), 1) if "||" in one)
    edit = Edit("main.rs", number, number, line, line.replace("||", "move ||"))
    assert judge.verify(Situation(task.tree, errors, errors), [[edit]])[0].verdict == verdict
