"""Elements are removed while the number stays, never in a loop over what they were before."""

from collections.abc import Callable

import pytest

from sleepy_coder.repairs.lossy import loses
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree

LOOP = """\
fn main() {
    let mut ages = vec![3, 30, 31];
    let mut old = 0;
    for (n, age) in ages.iter().enumerate() {
        BODY
    }
    println!("{old}");
    assert_eq!(ages, [3]);
}
"""
COUNTED = LOOP.replace(
    "for (n, age) in ages.iter().enumerate() {",
    "let mut n = 0;\n    while n < ages.len() {\n        let age = &ages[n];",
)
REMOVED = "if *age > 18 {\n            ages.remove(n);\n        }"


@pytest.mark.parametrize(
    "body",
    [
        REMOVED,
        f"old += 1;\n        {REMOVED}",
        REMOVED.replace("ages", "old += 1;\n            drop(ages").replace("(n)", "(n))"),
        f"if *age > 60 {{ break; }}\n        {REMOVED}",
    ],
)
def test_the_number_goes_on_where_nothing_was_removed(mended: Callable[[str], list[str]], body: str) -> None:
    assert COUNTED.replace("BODY", f"{body} else {{\n            n += 1;\n        }}") in mended(
        LOOP.replace("BODY", body)
    )


def test_tabs_stay_tabs(mended: Callable[[str], list[str]]) -> None:
    broken, wanted = (text.replace("BODY", REMOVED).replace("    ", "\t") for text in (LOOP, COUNTED))
    wanted = wanted.replace("n);\n\t\t}", "n);\n\t\t} else {\n\t\t\tn += 1;\n\t\t}")
    assert wanted in mended(broken)


@pytest.mark.parametrize(
    "body",
    [
        f"old += n;\n        {REMOVED}",
        f"{REMOVED} else {{\n            old += 2;\n        }}",
        f"if *age > 60 {{ continue; }}\n        {REMOVED}",
        f"if old > 1 {{\n            {REMOVED}\n        }}",
    ],
)
def test_a_loop_that_does_more_is_left_alone(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("while" in text for text in mended(LOOP.replace("BODY", body)))


def test_a_name_that_is_known_outside_is_not_taken(mended: Callable[[str], list[str]]) -> None:
    text = LOOP.replace("BODY", REMOVED).replace("let mut old = 0;", "let (mut old, n) = (0, 7);\n    old += n;")
    assert not any("while" in one for one in mended(text))


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("ages.iter()", "ages.clone().iter()", True),
        ("(n, age) in ages.iter().enumerate()", "n in 0..ages.len()", True),
        ("ages.remove(n);", "old += 1;", False),
    ],
)
def test_what_would_skip_elements_is_refused(compiler: Compiler, old: str, new: str, lost: bool) -> None:
    tree = SourceTree({"main.rs": LOOP.replace("BODY", "if *age > 18 { ages.remove(n); }")})
    error = next(one for one in compiler.check(tree).errors if one.code == "E0502")
    line = 5 if old.startswith("ages.r") else 4
    assert loses(error, [Edit("main.rs", line, line, old, new)], tree) == lost
