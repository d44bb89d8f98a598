"""`mut` on a copy is not believed where no test can tell and nobody hears of the change; where somebody does, it is."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification

HOME = """\
use std::collections::HashMap;
#[derive(Clone, Debug)]
pub struct Task {{ pub id: u32, pub done: bool }}
pub struct Owner {{ pub left: Option<u32>, pub pos: (i32, i32), pub tasks: Vec<Task>, pub by: HashMap<u32, Task> }}
impl Owner {{
    pub fn go(&mut self, list: [u32; 3]) -> u32 {{
        {body}
    }}
}}
fn main() {{
    let tasks = vec![Task {{ id: 1, done: false }}];
    let mut owner = Owner {{ left: Some(1), pos: (0, 0), by: HashMap::new(), tasks }};
    println!("{{}}", owner.go([1, 2, 3]));
}}
"""
LOST = [
    "for N in list { N += 1; } list[0]",
    "for N in list { N = 0; } list[0]",
    "if let Some(N) = self.left { N -= 1; return (N == 0) as u32; } 0",
    "let N = self.pos; N.0 += 1; 0",
    "let N = list[0]; N += 1; 0",
    'let N = list[0]; println!("{N}"); N += 1; 0',
    "if let Some(N) = list.first().copied() { N += 1; } 0",
    "for N in self.tasks.clone() { if N.id == 1 { N.done = true; } } 0",
    "match self.by.get(&1).cloned() { Some(N) => { N.done = true; 1 } None => 0 }",
    "let N = self.tasks[0].clone(); N.done = true; 0",
    "let N = self.by.get(&1).cloned().unwrap(); N.done = true; N.id",
]
HEARD_OF = [
    "let N = self.pos; N.0 += 1; self.pos = N; 0",
    "let N = self.pos; N.0 += 1; N.0 as u32",
    'for N in list { N += 1; println!("{N}"); } list[0]',
    'for N in list { N += 1; println!("{}", N); } list[0]',
    "if let Some(N) = self.left { N -= 1; self.left = Some(N); return (N == 0) as u32; } 0",
    "let N = list[0]; let mut d = 0; while N > 0 { N /= 10; d += 1; } d",
    "match self.by.get(&1).cloned() { Some(N) => { N.done = true; self.tasks.push(N); 1 } None => 0 }",
    "let N = self.tasks.clone(); N.sort_by_key(|t| t.id); N[0].id",
    "for N in self.tasks.clone() { N.done = true; self.tasks.push(N); } 0",
    'let N = 1; println!("{N}"); N += 1; 0',
    "let N = list; N[0] = 1; list[0]",
]


def judged(compiler: Compiler, body: str, oracle: Oracle) -> Verification:
    source = HOME.format(body=body.replace("N", "held"))
    task = Task(id="t", files={"main.rs": source}, oracle=oracle)
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    line = source.splitlines()[6]
    edit = Edit("main.rs", 7, 7, line, line.replace("held", "mut held", 1))
    return judge.verify(Situation(task.tree, errors, errors), [[edit]])[0]


@pytest.mark.parametrize("body", LOST)
def test_a_copy_is_not_made_mutable_where_its_change_is_lost(compiler: Compiler, body: str) -> None:
    found = judged(compiler, body, Oracle("compile"))
    assert found.verdict == Verdict.BROKEN and "`held`" in found.evidence


def test_with_tests_it_may_be(compiler: Compiler) -> None:
    assert judged(compiler, LOST[0], Oracle("run", "1\n")).verdict == Verdict.FIXED


@pytest.mark.parametrize("body", HEARD_OF)
def test_a_copy_is_made_mutable_where_somebody_hears_of_its_change(compiler: Compiler, body: str) -> None:
    assert judged(compiler, body, Oracle("compile")).verdict == Verdict.FIXED
