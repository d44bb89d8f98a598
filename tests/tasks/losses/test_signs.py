"""A repair that loses the sign of a number is not believed where no test can tell that there is none."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, verify_tree


def judged(compiler: Compiler, source: str, old: str, new: str, oracle: Oracle) -> Verdict:
    """Of the repair of the second line, for each of the errors in turn the worst verdict."""
    task = Task(id="t", files={"main.rs": source}, oracle=oracle)
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    edits = [Edit("main.rs", 2, 2, old, new)]
    found = [judge.verify(Situation(task.tree, errors, (one,)), [edits])[0].verdict for one in errors]
    return next((one for one in found if one != Verdict.FIXED), Verdict.FIXED)


@pytest.mark.parametrize(
    ("new", "verdict"),
    [
        ("amount as i64", Verdict.BROKEN),
        ("-(amount as i64)", Verdict.FIXED),
        ("0 - i64::from(amount)", Verdict.FIXED),
    ],
)
def test_that_a_minus_is_one_too_many_only_the_output_tells(compiler: Compiler, new: str, verdict: Verdict) -> None:
    body = "    -amount as i64\n"
    source = f'fn debt(amount: u32) -> i64 {{\n{body}}}\n\nfn main() {{\n    println!("{{}}", debt(5));\n}}\n'
    shown = "5\n" if new == "amount as i64" else "-5\n"
    assert judged(compiler, source, "-amount as i64", new, Oracle("compile")) == verdict
    assert judged(compiler, source, "-amount as i64", new, Oracle("run", shown)) == Verdict.FIXED


def test_a_minus_before_what_no_number_is_may_go(compiler: Compiler) -> None:
    source = "fn f(text: String) -> usize {\n    (-text).len()\n}\n\nfn main() {\n    f(String::new());\n}\n"
    assert judged(compiler, source, "(-text)", "text", Oracle("compile")) == Verdict.FIXED


@pytest.mark.parametrize(
    ("line", "new", "verdict"),
    [
        ("pos + delta", "pos + delta as usize", Verdict.BROKEN),
        ("pos - delta", "pos - (delta as usize)", Verdict.BROKEN),
        ("pos + delta", "(pos as i64 + i64::from(delta)) as usize", Verdict.FIXED),
        ("pos + delta", "pos.saturating_add_signed(delta as isize)", Verdict.FIXED),
        ("pos + STEP", "pos + STEP as usize", Verdict.FIXED),
        ("pos + delta.max(0)", "pos + delta.max(0) as usize", Verdict.FIXED),
        ("if delta < 0 { 0 } else { pos + delta }", "if delta < 0 { 0 } else { pos + delta as usize }", Verdict.FIXED),
        ("pos * delta", "pos * delta as usize", Verdict.FIXED),
    ],
)
def test_that_what_is_added_is_never_below_zero_only_the_output_tells(
    compiler: Compiler, line: str, new: str, verdict: Verdict
) -> None:
    head = "fn moved(pos: usize, delta: i32) -> usize {\n"
    rest = '\n}\n\nconst STEP: i32 = 1;\n\nfn main() {\n    println!("{}", moved(5, STEP));\n}\n'
    source = f"{head}    {line}{rest}"
    assert judged(compiler, source, line, new, Oracle("compile")) == verdict
    shown = {"pos - delta": "4\n", "pos * delta": "5\n"}.get(line, "6\n")
    assert judged(compiler, source, line, new, Oracle("run", shown)) == Verdict.FIXED


def test_nor_of_what_is_added_to_a_field(compiler: Compiler) -> None:
    function = "fn change(stock: &mut [u32], delta: i32) {\n    stock[0] += delta;\n}\n"
    source = f"{function}\nfn main() {{\n    change(&mut [1], 2);\n}}\n"
    assert judged(compiler, source, "+= delta", "+= delta as u32", Oracle("compile")) == Verdict.BROKEN
    added = "= stock[0].saturating_add_signed(delta)"
    assert judged(compiler, source, "+= delta", added, Oracle("compile")) == Verdict.FIXED


@pytest.mark.parametrize(("asked", "verdict"), [("at == -1", Verdict.FIXED), ("at > 3", Verdict.BROKEN)])
def test_the_greatest_number_is_a_mark_for_nothing_only_where_something_asks_for_it(
    compiler: Compiler, asked: str, verdict: Verdict
) -> None:
    head = "fn f(n: usize) -> usize {\n    if n > 2 {\n        return n;\n    }\n    return -1;\n}\n"
    source = f'{head}\nfn main() {{\n    let at = f(1);\n    println!("{{}}", {asked});\n}}\n'
    task = Task(id="t", files={"main.rs": source}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    candidate = SourceTree({"main.rs": source.replace("-1", "usize::MAX")})
    found = verify_tree(judge, Situation(task.tree, errors, errors), candidate)
    assert found.verdict == verdict, found.evidence
