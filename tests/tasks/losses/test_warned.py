"""A repair that makes a variable which nothing reads, or a failure which nobody looks at, is not believed where no test
can tell.
"""

from collections.abc import Callable, Sequence

import pytest

from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.task import Oracle
from sleepy_coder.tasks.verify import Verdict, Verification

Judged = Callable[[str, Sequence[Edit], Oracle], Verification]

BONUS = """\
fn add_bonus(score: i32, bonus: i32) {
    score += bonus;
}

fn main() {
    let score = 10;
    add_bonus(score, 5);
    println!("{score}");
}
"""


MADE_MUTABLE = (Edit("main.rs", 1, 1, "score", "mut score"),)


def test_an_argument_is_not_made_mutable_where_nobody_reads_it_afterwards(judged: Judged) -> None:
    found = judged(BONUS, MADE_MUTABLE, Oracle("compile"))
    assert found.verdict == Verdict.BROKEN and "`score` is assigned to, but never used" in found.evidence
    assert judged(BONUS, MADE_MUTABLE, Oracle("run", "10\n")).verdict == Verdict.FIXED


@pytest.mark.parametrize(
    "body", ['    score += bonus;\n    println!("{score}");\n', '    score = bonus;\n    println!("{score}");\n']
)
def test_what_is_read_afterwards_may_be_made_mutable(judged: Judged, body: str) -> None:
    source = BONUS.replace("    score += bonus;\n", body)
    assert judged(source, MADE_MUTABLE, Oracle("compile")).verdict == Verdict.FIXED


def test_no_other_variable_is_made_for_a_name_that_is_unknown(judged: Judged) -> None:
    source = 'fn main() {\n    let mut total = 1;\n    totl = 5;\n    total += 1;\n    println!("{total}");\n}\n'
    found = judged(source, [Edit("main.rs", 3, 3, "totl", "let totl")], Oracle("compile"))
    assert found.verdict == Verdict.BROKEN and "`totl`" in found.evidence


def test_what_was_unused_before_is_no_matter(judged: Judged) -> None:
    source = 'fn main() {\n    let (a, b) = (1, 2);\n    a += 1;\n    println!("{a}");\n}\n'
    assert judged(source, [Edit("main.rs", 2, 2, "a,", "mut a,")], Oracle("compile")).verdict == Verdict.FIXED


def test_a_variable_of_its_own_that_a_function_only_changes_may_be_made_mutable(judged: Judged) -> None:
    source = "fn main() {\n    let a: u8 = 1;\n    a = 2;\n}\n"
    assert judged(source, [Edit("main.rs", 2, 2, "a", "mut a")], Oracle("compile")).verdict == Verdict.FIXED


LOG = """\
use std::io::{self, Write};

fn log(line: &str) {
    io::stdout().write_all(line.as_bytes())?;
}

fn main() {
    CALL
}
"""


REPORTED = (
    Edit("main.rs", 3, 3, ") {", ") -> io::Result<()> {"),
    Edit("main.rs", 4, 4, ")?;", ")?;\n    Ok(())"),
)


@pytest.mark.parametrize(
    ("call", "verdict"), [('log("é");', Verdict.BROKEN), ('if log("é").is_err() {}', Verdict.FIXED)]
)
def test_what_reports_failures_only_now_needs_callers_that_look_at_them(
    judged: Judged, call: str, verdict: Verdict
) -> None:
    source = LOG.replace("CALL", call)
    assert judged(source, REPORTED, Oracle("compile")).verdict == verdict
    assert judged(source, REPORTED, Oracle("run", "é")).verdict == Verdict.FIXED


def test_a_failure_that_was_dropped_before_is_no_matter(judged: Judged) -> None:
    source = LOG.replace(") {", ") -> io::Result<()> {", 1).replace(")?;", ")?;\n    Ok(())").replace("CALL", "log(3);")
    edits = [Edit("main.rs", 9, 9, "log(3)", 'log("3")')]
    assert judged(source, edits, Oracle("compile")).verdict == Verdict.FIXED
