"""What a repair of certain errors leaves out is doubted where no test can tell; the nearest that keeps it is taken."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

PARSE = """\
fn parse(text: &str) -> RESULT {
    let mut out = Vec::new();
    for line in text.lines() {
        MORE
        let Some((key, _)) = line.split_once('=');
        out.push(key.to_string());
    }
    END
}
fn main() {
    println!("{:?}", parse("a=1"));
}
"""
SEARCH = """\
fn first_big(values: &[i32]) -> Option<i32> {
    let mut found = None;
    'rows: for v in values {
        if *v > 10 {
            break 'rows GIVEN;
        }
        found = Some(*v);
    }
    found
}
fn main() {
    println!("{:?}", first_big(&[1, 20]));
}
"""


def judged(compiler: Compiler, source: str, old: str, new: str) -> Verdict:
    task = Task(id="t", files={"main.rs": source}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    number = next(n for n, line in enumerate(source.splitlines(), 1) if old in line)
    return judge.verify(Situation(task.tree, errors, errors), [[Edit("main.rs", number, number, old, new)]])[0].verdict


@pytest.mark.parametrize(
    ("result", "more", "end", "verdict"),
    [
        ("Result<Vec<String>, String>", "", "Ok(out)", Verdict.BROKEN),
        ("Option<Vec<String>>", "", "Some(out)", Verdict.BROKEN),
        ("Vec<String>", "", "out", Verdict.FIXED),
        ("Option<Vec<String>>", "line.chars().next()?;", "Some(out)", Verdict.FIXED),
        ("Option<Vec<String>>", "if line.len() > 9 { return None; }", "Some(out)", Verdict.FIXED),
    ],
)
def test_what_does_not_match_is_not_skipped_where_it_is_the_only_failure(
    compiler: Compiler, result: str, more: str, end: str, verdict: Verdict
) -> None:
    source = PARSE.replace("RESULT", result).replace("MORE", more).replace("END", end)
    assert judged(compiler, source, "'=');", "'=') else { continue };") == verdict


@pytest.mark.parametrize(
    ("given", "new", "verdict"),
    [
        ("Some(*v)", "break 'rows;", Verdict.BROKEN),
        ("Some(*v)", "{ found = Some(*v); break 'rows; }", Verdict.FIXED),
        ("()", "break 'rows;", Verdict.FIXED),
    ],
)
def test_what_a_break_gives_is_kept(compiler: Compiler, given: str, new: str, verdict: Verdict) -> None:
    assert judged(compiler, SEARCH.replace("GIVEN", given), f"break 'rows {given};", new) == verdict
