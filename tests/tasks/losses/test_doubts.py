"""What a repair of certain errors leaves out is doubted where no test can tell; the nearest that keeps it is taken."""

from collections.abc import Callable, Sequence

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification

Replaced = Callable[[str, str, str], Verdict]
Judged = Callable[[str, Sequence[Edit], Oracle], Verification]

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
    replaced: Replaced, result: str, more: str, end: str, verdict: Verdict
) -> None:
    source = PARSE.replace("RESULT", result).replace("MORE", more).replace("END", end)
    assert replaced(source, "'=');", "'=') else { continue };") == verdict


@pytest.mark.parametrize(
    ("given", "new", "verdict"),
    [
        ("Some(*v)", "break 'rows;", Verdict.BROKEN),
        ("Some(*v)", "{ found = Some(*v); break 'rows; }", Verdict.FIXED),
        ("()", "break 'rows;", Verdict.FIXED),
    ],
)
def test_what_a_break_gives_is_kept(replaced: Replaced, given: str, new: str, verdict: Verdict) -> None:
    assert replaced(SEARCH.replace("GIVEN", given), f"break 'rows {given};", new) == verdict


@pytest.mark.parametrize(
    ("kind", "step", "value", "verdict"),
    [
        ("i32", "if *v < best { best = *v; }", "0", Verdict.BROKEN),
        ("i32", "if best > *v { best = *v; }", "0", Verdict.BROKEN),
        ("i32", "best = best.min(*v);", "0", Verdict.BROKEN),
        ("i32", "best = (*v).min(best);", "0", Verdict.BROKEN),
        ("i32", "if *v > best { best = *v; }", "0", Verdict.BROKEN),
        ("i32", "best = std::cmp::max(best, *v);", "0", Verdict.BROKEN),
        ("i32", "best *= v;", "0", Verdict.BROKEN),
        ("bool", "best = best && *v > 0;", "false", Verdict.BROKEN),
        ("i32", "if *v < best { best = *v; }", "i32::MAX", Verdict.FIXED),
        ("i32", "if *v < best { best = *v; }", "values[0]", Verdict.FIXED),
        ("u32", "if *v as u32 > best { best = *v as u32; }", "0", Verdict.FIXED),
        ("i32", "best *= v;", "1", Verdict.FIXED),
        ("i32", "best += v;", "0", Verdict.FIXED),
        ("i32", "while best < *v { best += 1; }", "0", Verdict.FIXED),
        ("i32", "if best < *v { best = 0; }", "0", Verdict.FIXED),
        ("bool", "best = best && *v > 0;", "true", Verdict.FIXED),
        ("bool", "best = best || *v > 0;", "false", Verdict.FIXED),
    ],
)
def test_a_variable_starts_where_it_can_get_to_what_it_is_for(
    replaced: Replaced, kind: str, step: str, value: str, verdict: Verdict
) -> None:
    source = (
        f"fn all(values: &[i32]) -> {kind} {{\n    let mut best: {kind};\n    for v in values {{\n        {step}\n"
        '    }\n    best\n}\nfn main() {\n    println!("{}", all(&[5, 7]));\n}\n'
    )
    assert replaced(source, f"best: {kind};", f"best: {kind} = {value};") == verdict


@pytest.mark.parametrize(("used", "verdict"), [("LIMIT", Verdict.BROKEN), ("LIMIT + WIDE", Verdict.FIXED)])
def test_of_two_equal_names_none_becomes_one_that_nobody_uses(replaced: Replaced, used: str, verdict: Verdict) -> None:
    source = f'const LIMIT: u8 = 3;\nconst LIMIT: u8 = 8; //\nfn main() {{\n    println!("{{}}", {used});\n}}\n'
    assert replaced(source, "LIMIT: u8 = 8", "WIDE: u8 = 8") == verdict


@pytest.mark.parametrize(("value", "verdict"), [("8", Verdict.BROKEN), ("3", Verdict.FIXED)])
def test_of_two_definitions_that_differ_none_goes(compiler: Compiler, value: str, verdict: Verdict) -> None:
    source = f'const LIMIT: u8 = 3;\nconst LIMIT: u8 = {value};\nfn main() {{\n    println!("{{}}", LIMIT);\n}}\n'
    task = Task(id="t", files={"main.rs": source}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    edits = [Edit("main.rs", 1, 2, "\n".join(source.splitlines()[:2]), source.splitlines()[0])]
    assert judge.verify(Situation(task.tree, errors, errors), [edits])[0].verdict == verdict


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


def test_how_a_search_ends_that_found_nothing_only_the_output_tells(judged: Judged) -> None:
    edits = [Edit("main.rs", 7, 6, "", "    Ok(())")]
    assert judged(DIAL, edits, Oracle("compile")).verdict == Verdict.BROKEN
    assert judged(DIAL, edits, Oracle("run", "Ok(())\n")).verdict == Verdict.FIXED
    failed = [Edit("main.rs", 7, 6, "", '    Err("nobody".to_string())')]
    assert judged(DIAL, failed, Oracle("compile")).verdict == Verdict.FIXED


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
    judged: Judged, new: str, filled: str, verdict: Verdict
) -> None:
    source = WORDS.replace("FILLED", filled)
    edits = [Edit("main.rs", 6, 6, "push(word)", f"push({new})")]
    assert judged(source, edits, Oracle("compile")).verdict == verdict
    if filled == "word.push(c);":
        shown = '["a", "a b"]\n' if "clone" in new else '["a", " b"]\n'
        assert judged(source, edits, Oracle("run", shown)).verdict == Verdict.FIXED
