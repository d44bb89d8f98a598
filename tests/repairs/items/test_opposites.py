"""A name that lacks is not its opposite, however alike the two are spelt."""

import pytest

from sleepy_coder.agent.fixer import fix
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.waves import run
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.repairs.items.opposites import opposed
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("min_width", "max_width"),
        ("encode", "decode"),
        ("increment", "decrement"),
        ("is_valid", "is_invalid"),
        ("MinHeap", "MaxHeap"),
        ("first_name", "last_name"),
        ("x1", "x2"),
        ("pos_x", "pos_y"),
        ("lock", "unlock"),
        ("is_empty", "is_not_empty"),
        ("größe_min", "größe_max"),
        ("pause_secs", "pause_millis"),
        ("degrees", "radians"),
    ],
)
def test_what_means_something_else_is_told_apart(one: str, other: str) -> None:
    assert opposed(one, other) and opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("max_widht", "max_width"),
        ("lenght", "length"),
        ("x1", "x1"),
        ("point", "point2"),
        ("line21", "line12"),
        ("u46", "u64"),
        ("Num", "Number"),
        ("price", "list_price"),
        ("_n", "n"),
        ("lowr_bound", "lower_bound"),
        ("", ""),
        ("pause_sec", "pause_seconds"),
        ("a.b", "a.c"),
    ],
)
def test_what_is_misspelt_is_not(one: str, other: str) -> None:
    assert not opposed(one, other)


def no_model() -> LanguageModel:
    raise AssertionError("no model may be loaded")


HEAP = "struct MaxHeap(Vec<u8>);\n\nimpl MaxHeap {\n    fn top(&self) -> u8 {\n        self.0[0]\n    }\n}\n\n"
CODED = "struct É;\n\nimpl É {\n    fn decode(&self, s: &str) -> String {\n        s.replace('b', \"a\")\n    }\n}\n\n"
NAMED = "struct É {\n    age: u8,\n    last_name: String,\n}\n\n"
PROGRAMS = {
    "a method": CODED + 'fn main() {\n    println!("{}", É.encode("ab"));\n}\n',
    "a function": (
        "fn decode(s: &str) -> String {\n    s.replace('b', \"a\")\n}\n\n"
        'fn main() {\n    println!("{}", encode("é"));\n}\n'
    ),
    "a field": NAMED
    + (
        "fn main() {\n    let e = É { age: 1, last_name: String::new() };\n"
        '    println!("{}", e.age);\n    println!("{}", e.first_name);\n}\n'
    ),
    "a variable": 'fn main() {\n    let (x0, x1) = (1, 2);\n    let sum = x1 - x2;\n    println!("{}", x0 + sum);\n}\n',
    "a type": HEAP + 'fn main() {\n    let heap = MinHeap(vec![1]);\n    println!("{:?}", heap.top());\n}\n',
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_opposite_is_not_taken_for_a_name_that_lacks(compiler: Compiler, name: str) -> None:
    task = Task(id="t", files={"main.rs": PROGRAMS[name]}, oracle=Oracle("compile"))
    project = TaskProject(task, compiler)
    outcome = run([fix(project, Plan(stages=(0,)), FixedRouter(None))], no_model)[0]
    assert not outcome.fixed and "only tests could tell" in outcome.evidence
