"""Short bodies move to one line, and the program stays the same program."""

from random import Random

import pytest

from sleepy_coder.breaker.batch import are_green
from sleepy_coder.breaker.naming.layout import LONGEST, compacted
from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.rust.compiler import Compiler

MAIN = "fn main() {\n    let n = 3;\n    let m = n;\n}\n"


def test_some_bodies_move_to_one_line_and_nothing_else_changes() -> None:
    made = {compacted(MAIN, Random(seed)) for seed in range(20)}
    assert made == {MAIN, "fn main() { let n = 3; let m = n; }\n"}


@pytest.mark.parametrize(
    "body",
    ["    // why\n    let n = 3;", '    let s = "a\n        b";', f"    let n = {'1 + ' * 30}1;"],
    ids=["comment", "string over two lines", "too long"],
)
def test_what_would_mean_something_else_on_one_line_stays(body: str) -> None:
    source = f"fn main() {{\n{body}\n}}\n"
    assert {compacted(source, Random(seed)) for seed in range(20)} == {source}


def test_terse_programs_are_green_and_some_are_compact(compiler: Compiler) -> None:
    templates = [template for template in load_templates("train") if template.source.count("\n") <= 12]
    made = [instantiate(template, 5, terse=True) for template in templates]
    assert all(are_green(made, compiler))
    bodies = [line for tree in made for line in tree.lines("main.rs") if line.startswith("fn main() { ")]
    assert bodies and all(len(line) <= LONGEST for line in bodies)
