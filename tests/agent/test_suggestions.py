"""Stage 0: what rustc proposes is tried in order of its own trust, within a budget, and never on trust alone."""

import pytest

from sleepy_coder.agent.order import at_once, root_causes_first
from sleepy_coder.agent.suggestions import likelier, ranked, search
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

NAMES = """\
fn main() {
    let count = 1;
    let counts = 2;
    let amount = 3;
    println!("{} {} {} {}", count, counts, amount, countt);
}
"""


def situation(compiler: Compiler, source: str, oracle: Oracle) -> tuple[Judge, Situation]:
    task = Task(id="t", files={"main.rs": source}, oracle=oracle)
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    return judge, Situation(task.tree, errors, errors[:1])


def test_the_oracle_chooses_among_several_suggestions_that_compile(compiler: Compiler) -> None:
    judge, start = situation(compiler, NAMES, Oracle("run", "1 2 3 1\n"))
    trials = search(judge, start, depth=3, checks=48)
    fixed = [trial for trial in trials if trial.verification.verdict == Verdict.FIXED]
    assert fixed and fixed[0].verification.after is not None
    assert "amount, count)" in fixed[0].verification.after.files["main.rs"]


def test_nothing_is_compiled_beyond_the_budget(compiler: Compiler) -> None:
    judge, start = situation(compiler, NAMES, Oracle("run", "no such output"))
    spent = judge.compiles
    trials = search(judge, start, depth=3, checks=1)
    assert judge.compiles - spent <= 1 and len(trials) == 1
    assert not any(trial.settles for trial in trials)


def test_the_question_mark_is_worth_a_try_together_with_others_and_what_must_be_filled_in_is_not(
    compiler: Compiler,
) -> None:
    source = (
        "fn half(s: &str) -> Result<u8, std::num::ParseIntError> {\n    let n: u8 = s.parse();\n    Ok(n / 2)\n}\n\n"
        'fn main() {\n    half();\n    let _ = half("2");\n}\n'
    )
    _, start = situation(compiler, source, Oracle("compile"))
    tried = {error.code: [edits[0].new for _, edits in likelier(error, start.tree)] for error in start.errors}
    assert any("?" in new for new in tried["E0308"]) and tried["E0061"] == []


def test_the_type_of_a_whole_expression_comes_after_the_errors_in_its_parts(compiler: Compiler) -> None:
    source = "fn area(width: u32, height: u64) -> u64 {\n    width * height\n}\n\nfn main() {\n    area(1, 2);\n}\n"
    _, start = situation(compiler, source, Oracle("compile"))
    places = [error.primary.text for error in root_causes_first(start.errors) if error.primary]
    assert len(places) == 3 and places[-1] == "width * height"
    assert sorted(error.primary.text for error in at_once(start.errors) if error.primary) == sorted(places[:2])


def test_machine_applicable_suggestions_come_first(compiler: Compiler) -> None:
    source = 'fn take(s: String) {}\n\nfn main() {\n    let s = "a";\n    take(s);\n    let n = 1;\n    n += 1;\n}\n'
    _, start = situation(compiler, source, Oracle("compile"))
    for error in start.errors:
        trust = [applicability.value for applicability, *_ in ranked(error, start.tree)]
        order = ["MachineApplicable", "MaybeIncorrect", "Unspecified", "HasPlaceholders"]
        assert trust == sorted(trust, key=order.index)


@pytest.mark.parametrize(
    "source",
    [
        "fn first(v: &[i32]) -> i32 {\n    v.iter().copied().next()\n}\n",
        "fn find(v: &[i32]) -> i32 {\n    loop {\n        if v.len() > 3 {\n            break;\n        }\n    }\n}\n",
        "fn check(v: &[i32]) -> bool {\n    if v.is_empty() {\n        return;\n    }\n    v[0] > 1\n}\n",
        "fn level() -> i32 {\n    let level: i32;\n    level\n}\n",
        "fn ratio() -> f64 {\n    let ratio: f64;\n    ratio\n}\n",
        "fn letter() -> char {\n    let letter: char;\n    letter\n}\n",
        "fn boxed() -> Box<i32> {\n    let boxed: Box<i32>;\n    boxed\n}\n",
    ],
)
def test_values_that_rustc_makes_up_are_not_taken(compiler: Compiler, source: str) -> None:
    judge, start = situation(compiler, source + "fn main() {}\n", Oracle("compile"))
    assert len(start.errors) == 1
    trials = search(judge, start, depth=3, checks=48)
    assert not [trial.edits for trial in trials if trial.verification.verdict == Verdict.FIXED]


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ('fn take(_: char) {}\nfn main() {\n    take("x");\n}\n', "take('x');"),
        ("fn both(_: i32, _: bool) {}\nfn main() {\n    both(true, 42);\n}\n", "both(42, true);"),
        ("fn main() {\n    let v: Vec<u8>;\n    drop(v);\n}\n", "let v: Vec<u8> = vec![];"),
    ],
)
def test_values_that_are_moved_or_empty_are_taken(compiler: Compiler, source: str, mended: str) -> None:
    judge, start = situation(compiler, source, Oracle("compile"))
    (after,) = [one.verification.after for one in search(judge, start, depth=3, checks=48) if one.settles]
    assert after is not None and mended in after.files["main.rs"]


@pytest.mark.parametrize(
    ("held", "takes"),
    [("std::slice::Iter<'a, u32>", False), ("std::ops::Range<u32>", False), ("Vec<u32>", True)],
)
def test_no_clone_of_an_iterator_is_consumed_in_its_place(compiler: Compiler, held: str, takes: bool) -> None:
    source = (
        f"pub struct Walk<'a> {{\n    left: {held},\n    name: &'a str,\n}}\n\nimpl Walk<'_> {{\n"
        "    pub fn run(&mut self) {\n        for _ in self.left {\n"
        '            println!("{}", self.name);\n        }\n'
        "    }\n}\n\nfn main() {}\n"
    )
    judge, start = situation(compiler, source, Oracle("compile"))
    assert [error.code for error in start.errors] == ["E0507"]
    settled = [trial for trial in search(judge, start, depth=3, checks=48) if trial.settles]
    assert bool(settled) == takes


def test_new_lines_are_indented_as_the_file_is(compiler: Compiler) -> None:
    source = 'fn main() {\n\tlet text = std::fs::read_to_string("x")?;\n\tprintln!("{text}");\n}\n'
    for text, ok in ((source, "\n\tOk(())\n"), (source.replace("\t", "    "), "\n    Ok(())\n")):
        judge, start = situation(compiler, text, Oracle("compile"))
        (after,) = [one.verification.after for one in search(judge, start, depth=3, checks=48) if one.settles]
        assert after is not None and ok in after.files["main.rs"]


def test_root_causes_come_first(compiler: Compiler) -> None:
    source = "fn main() {\n    let n: i32 = 0.5;\n    missing();\n}\n"
    _, start = situation(compiler, source, Oracle("compile"))
    assert [error.code for error in root_causes_first(start.errors)] == ["E0425", "E0308"]
