"""A repair that makes a variable which nothing reads is not believed where no test can tell; nor is one that stops a
function which reports its failures."""

from collections.abc import Sequence

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification

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


def judged(compiler: Compiler, source: str, edits: Sequence[Edit], oracle: Oracle) -> Verification:
    task = Task(id="t", files={"main.rs": source}, oracle=oracle)
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    return judge.verify(Situation(task.tree, errors, errors), [edits])[0]


def test_an_argument_is_not_made_mutable_where_nobody_reads_it_afterwards(compiler: Compiler) -> None:
    found = judged(compiler, BONUS, MADE_MUTABLE, Oracle("compile"))
    assert found.verdict == Verdict.BROKEN and "`score` is assigned to, but never used" in found.evidence
    assert judged(compiler, BONUS, MADE_MUTABLE, Oracle("run", "10\n")).verdict == Verdict.FIXED


@pytest.mark.parametrize(
    "body", ['    score += bonus;\n    println!("{score}");\n', '    score = bonus;\n    println!("{score}");\n']
)
def test_what_is_read_afterwards_may_be_made_mutable(compiler: Compiler, body: str) -> None:
    source = BONUS.replace("    score += bonus;\n", body)
    assert judged(compiler, source, MADE_MUTABLE, Oracle("compile")).verdict == Verdict.FIXED


def test_no_other_variable_is_made_for_a_name_that_is_unknown(compiler: Compiler) -> None:
    source = 'fn main() {\n    let mut total = 1;\n    totl = 5;\n    total += 1;\n    println!("{total}");\n}\n'
    found = judged(compiler, source, [Edit("main.rs", 3, 3, "totl", "let totl")], Oracle("compile"))
    assert found.verdict == Verdict.BROKEN and "`totl`" in found.evidence


def test_what_was_unused_before_is_no_matter(compiler: Compiler) -> None:
    source = 'fn main() {\n    let (a, b) = (1, 2);\n    a += 1;\n    println!("{a}");\n}\n'
    assert judged(compiler, source, [Edit("main.rs", 2, 2, "a,", "mut a,")], Oracle("compile")).verdict == Verdict.FIXED


def test_a_variable_of_its_own_that_a_function_only_changes_may_be_made_mutable(compiler: Compiler) -> None:
    source = "fn main() {\n    let a: u8 = 1;\n    a = 2;\n}\n"
    assert judged(compiler, source, [Edit("main.rs", 2, 2, "a", "mut a")], Oracle("compile")).verdict == Verdict.FIXED


TOP = """\
struct Card { worth: u32 }

fn top(cards: &mut Vec<Card>) -> RESULT {
    let card = cards.pop();
    let worth = card.worth;
    END
}

fn main() {
    println!("{:?}", top(&mut vec![Card { worth: 3 }]));
}
"""
UNWRAPPED = (Edit("main.rs", 5, 5, "card.worth", "card.unwrap().worth"),)


@pytest.mark.parametrize(
    ("result", "end", "verdict"),
    [
        ("Result<u32, String>", "Ok(worth)", Verdict.BROKEN),
        ("Option<u32>", "Some(worth)", Verdict.BROKEN),
        ("u32", "worth", Verdict.FIXED),
    ],
)
def test_a_function_that_reports_failures_does_not_stop_at_one(
    compiler: Compiler, result: str, end: str, verdict: Verdict
) -> None:
    source = TOP.replace("RESULT", result).replace("END", end)
    assert judged(compiler, source, UNWRAPPED, Oracle("compile")).verdict == verdict
    shown = {"u32": "3\n", "Option<u32>": "Some(3)\n"}.get(result, "Ok(3)\n")
    assert judged(compiler, source, UNWRAPPED, Oracle("run", shown)).verdict == Verdict.FIXED


def test_a_lock_is_taken_in_a_function_that_reports_failures(compiler: Compiler) -> None:
    source = (
        "use std::sync::Mutex;\n\n"
        "fn put(all: &Mutex<Vec<u8>>) -> Option<()> {\n    all.lock().push(1);\n    Some(())\n}\n\n"
        "fn main() {\n    put(&Mutex::new(vec![]));\n}\n"
    )
    edits = [Edit("main.rs", 4, 4, "lock()", "lock().unwrap()")]
    assert judged(compiler, source, edits, Oracle("compile")).verdict == Verdict.FIXED


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
    compiler: Compiler, call: str, verdict: Verdict
) -> None:
    source = LOG.replace("CALL", call)
    assert judged(compiler, source, REPORTED, Oracle("compile")).verdict == verdict
    assert judged(compiler, source, REPORTED, Oracle("run", "é")).verdict == Verdict.FIXED


def test_a_failure_that_was_dropped_before_is_no_matter(compiler: Compiler) -> None:
    source = LOG.replace(") {", ") -> io::Result<()> {", 1).replace(")?;", ")?;\n    Ok(())").replace("CALL", "log(3);")
    edits = [Edit("main.rs", 9, 9, "log(3)", 'log("3")')]
    assert judged(compiler, source, edits, Oracle("compile")).verdict == Verdict.FIXED


@pytest.mark.parametrize(
    ("kind", "value", "verdict"),
    [
        ("NonZeroU8", "NonZeroU8::new(3)", Verdict.FIXED),
        ("u8", '"3".parse::<u8>()', Verdict.FIXED),
        ("u8", 'std::env::var("N").map(|_| 3)', Verdict.BROKEN),
        ("NonZeroU8", "NonZeroU8::new(n)", Verdict.BROKEN),
    ],
)
def test_what_is_made_of_a_literal_does_not_fail(compiler: Compiler, kind: str, value: str, verdict: Verdict) -> None:
    source = (
        "use std::num::NonZeroU8;\n\n"
        f"fn size(n: u8) -> Option<u8> {{\n    let _: NonZeroU8 = NonZeroU8::MIN;\n    let one: {kind} = {value};\n"
        '    println!("{one}");\n    Some(n)\n}\n\nfn main() {\n    size(1);\n}\n'
    )
    edits = [Edit("main.rs", 5, 5, value, f"{value}.unwrap()")]
    assert judged(compiler, source, edits, Oracle("compile")).verdict == verdict


DIAL = """\
fn dial(all: &[u8]) -> Result<(), String> {
    for one in all {
        if *one > 3 {
            return Ok(());
        }
    }
}

fn main() {
    println!("{:?}", dial(&[5]));
}
"""


def test_how_a_search_ends_that_found_nothing_only_the_output_tells(compiler: Compiler) -> None:
    edits = [Edit("main.rs", 7, 6, "", "    Ok(())")]
    assert judged(compiler, DIAL, edits, Oracle("compile")).verdict == Verdict.BROKEN
    assert judged(compiler, DIAL, edits, Oracle("run", "Ok(())\n")).verdict == Verdict.FIXED
    failed = [Edit("main.rs", 7, 6, "", '    Err("nobody".to_string())')]
    assert judged(compiler, DIAL, failed, Oracle("compile")).verdict == Verdict.FIXED


WORDS = """\
fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c == ' ' {
            all.push(word);
        }
        FILLED
    }
    all
}

fn main() {
    println!("{:?}", words("a b c"));
}
"""


@pytest.mark.parametrize("new", ["word.clone()", "std::mem::take(&mut word)"])
@pytest.mark.parametrize(
    ("filled", "verdict"),
    [
        ("word.push(c);", Verdict.BROKEN),
        ('word += "é";', Verdict.BROKEN),
        ("word.push(c); if c == 'b' { word.pop(); }", Verdict.FIXED),
        ("let _ = word.len();", Verdict.FIXED),
    ],
)
def test_how_a_loop_goes_on_with_what_it_gives_away_only_the_output_tells(
    compiler: Compiler, new: str, filled: str, verdict: Verdict
) -> None:
    source = WORDS.replace("FILLED", filled)
    edits = [Edit("main.rs", 6, 6, "push(word)", f"push({new})")]
    assert judged(compiler, source, edits, Oracle("compile")).verdict == verdict
    if filled == "word.push(c);":
        shown = '["a", "a b"]\n' if "clone" in new else '["a", " b"]\n'
        assert judged(compiler, source, edits, Oracle("run", shown)).verdict == Verdict.FIXED
