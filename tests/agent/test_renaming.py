"""A name that a type does not have: what it surely means is taken, what merely fits only where tests decide."""

import pytest

from sleepy_coder.agent.fixer import fix
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.waves import run
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task

POINT = """\
#[derive(Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}

impl Point {
    fn moved(self, n: i32) -> Point {
        Point { x: self.x + n, ..self }
    }

    fn size(&self) -> i32 {
        self.x.abs() + self.y.abs()
    }
}

enum Token {
    Number(i32),
    Sign(i32),
    End,
}

fn value(é: &Token) -> i32 {
    match é {
        Token::Number(n) => *n,
        Token::Sign(n) => -n,
        Token::End => 0,
    }
}

fn main() {
    let p = Point { x: 1, y: 20 };
    let all = [Token::Number(3), Token::Sign(4), Token::End];
    println!("{} {}", value(&all[0]), p.moved(2).size());
    println!("{}", p.y);
}
"""
SHOWN = "3 23\n20\n"
SURE = {
    "a variant that is short for another": ("Token::Number(n) =>", "Token::Num(n) =>"),
    "the one variant that a match lacks": ("        Token::End => 0,", "        Token::Eof => 0,"),
    "a place in a tuple that has become a struct": ("p.y);", "p.1);"),
    "a method that has a word less": ("p.moved(2)", "p.moved_by(2)"),
}
GUESSED = {
    "the one field that a literal lacks": (
        "let p = Point { x: 1, y: 20 };",
        "let p = Point { x: 1, height: 20 };",
        "`y` would fit",
    ),
    "a field": ("p.y);", "p.height);", "`x` or `y` would fit"),
    "a letter that rustc takes for like another": ("p.y);", "p.z);", " would fit"),
    "a letter for a variable": ("value(&all[0]), p.", "value(&all[0]), q.", "`p` would fit"),
    "a method": (".size());", ".length());", "`size` would fit"),
    "a method that the library has for iterators": (".size());", ".count());", "`size` would fit"),
    "a variant": ("Token::Sign(4)", "Token::Word(4)", "`Number` or `Sign` would fit"),
}


def no_model() -> LanguageModel:
    raise AssertionError("no model may be loaded")


def work(compiler: Compiler, source: str, oracle: Oracle) -> Outcome:
    project = TaskProject(Task(id="t", files={"main.rs": source}, oracle=oracle), compiler)
    return run([fix(project, Plan(stages=(0,)), FixedRouter(None))], no_model)[0]


@pytest.mark.parametrize("name", SURE)
def test_what_a_name_surely_means_needs_no_test(compiler: Compiler, name: str) -> None:
    new, old = SURE[name]
    outcome = work(compiler, POINT.replace(new, old), Oracle("compile"))
    assert outcome.fixed and outcome.after is not None and outcome.after.files["main.rs"] == POINT


@pytest.mark.parametrize("name", GUESSED)
def test_what_merely_fits_is_taken_by_tests_alone(compiler: Compiler, name: str) -> None:
    new, old, said = GUESSED[name]
    broken = POINT.replace(new, old)
    alone = work(compiler, broken, Oracle("compile"))
    assert not alone.fixed and said in alone.evidence and "only tests could tell" in alone.evidence
    tested = work(compiler, broken, Oracle("run", SHOWN))
    assert tested.fixed and tested.after is not None
    assert tested.after.files["main.rs"] == POINT or "Token::" in old


def test_a_name_with_a_word_more_is_taken_where_nothing_else_fits(compiler: Compiler) -> None:
    start = "struct Cost {\n    list_price: u8,\n    REST: u8,\n}\n\n"
    source = start + "fn é(c: &Cost) -> u8 {\n    c.price\n}\n\nfn main() {}\n"
    alone = work(compiler, source.replace("REST: u8", "name: String"), Oracle("compile"))
    assert alone.fixed and alone.after is not None and "c.list_price" in alone.after.files["main.rs"]
    assert not work(compiler, source.replace("REST", "tax"), Oracle("compile")).fixed
    total = source.replace("REST: u8", "name: String").replace("list_price", "total_price")
    assert not work(compiler, total, Oracle("compile")).fixed


def test_what_is_put_in_beside_an_unknown_name_is_no_guess_at_it(compiler: Compiler) -> None:
    source = (
        "use std::cell::RefCell;\n\nstruct Unit {\n    name: u8,\n}\n\n"
        "fn name(é: &RefCell<Unit>) -> u8 {\n    é.name\n}\n\n"
        'fn main() {\n    println!("{}", name(&RefCell::new(Unit { name: 1 })));\n}\n'
    )
    outcome = work(compiler, source, Oracle("compile"))
    assert outcome.fixed and outcome.after is not None and "é.borrow().name" in outcome.after.files["main.rs"]


def test_an_argument_that_is_missing_is_the_variable_of_its_name_or_waits_for_tests(compiler: Compiler) -> None:
    source = (
        'fn read(é: &str, number: usize) -> String {\n    format!("{number}{é}")\n}\n\n'
        "fn main() {\n    let mut all = String::new();\n"
        "    for (NAME, line) in \"a b\".split(' ').enumerate() {\n        all += &read(line);\n    }\n"
        '    println!("{all}");\n}\n'
    )
    outcome = work(compiler, source.replace("NAME", "number"), Oracle("compile"))
    assert outcome.fixed and outcome.after is not None and "read(line, number);" in outcome.after.files["main.rs"]
    doubtful = work(compiler, source.replace("NAME", "i"), Oracle("compile"))
    assert not doubtful.fixed and "`i` would fit, and only tests could tell" in doubtful.evidence
    narrow = work(compiler, source.replace("NAME", "i").replace("number: usize", "number: u8"), Oracle("compile"))
    assert not narrow.fixed  # nor is one that has to be converted
    tested = work(compiler, source.replace("NAME", "i"), Oracle("run", "1a2b\n"))
    assert tested.fixed and tested.after is not None and "read(line, i + 1);" in tested.after.files["main.rs"]


def test_which_variant_stands_for_a_flag_is_left_to_tests(compiler: Compiler) -> None:
    source = (
        "#[derive(PartialEq)]\nenum Pace {\n    Slow,\n    Fast,\n}\n\nfn cost(pace: Pace) -> u8 {\n"
        "    if pace == Pace::Fast { 9 } else { 1 }\n}\n\n"
        'fn main() {\n    println!("{}", cost(true) - cost(false) + cost(Pace::Slow));\n}\n'
    )
    assert not work(compiler, source, Oracle("compile")).fixed
    tested = work(compiler, source, Oracle("run", "9\n"))
    assert tested.fixed and tested.after is not None
    assert "cost(Pace::Fast) - cost(Pace::Slow)" in tested.after.files["main.rs"]


def test_what_a_dyn_holds_is_left_to_tests_where_two_types_fit(compiler: Compiler) -> None:
    source = (
        "trait Named {\n    type Name: std::fmt::Display + Default;\n}\n\nstruct A;\nstruct B;\n\n"
        "impl Named for A {\n    type Name = u8;\n}\n\nimpl Named for B {\n    type Name = String;\n}\n\n"
        "fn show(_: Option<Box<dyn Named>>) -> usize {\n    1\n}\n\n"
        'fn main() {\n    let _ = (A, B);\n    println!("{}", show(None));\n}\n'
    )
    doubtful = work(compiler, source, Oracle("compile"))
    assert not doubtful.fixed and doubtful.evidence.startswith("2 repairs mend it")
    assert work(compiler, source, Oracle("run", "1\n")).fixed


FILLED = """\
struct Tank {
    litres: u32,
    least: u32,
}

impl Tank {
    fn new(level: u32, least: u32) -> Tank {
        LITERAL
    }

    fn is_low(&self) -> bool {
        self.level < self.least
    }
}

fn main() {
    println!("{}", Tank::new(4, 5).is_low());
}
"""


@pytest.mark.parametrize(
    ("literal", "sure"),
    [
        ("Tank { litres: level, least }", True),
        ("Self { litres: level, least }", True),
        ("Tank { litres: level, least: level.min(least) }", True),
        ("Tank { litres: level, least: level }", False),
        ("Tank { litres: level + 1, least }", False),
    ],
)
def test_the_field_that_gets_the_variable_of_the_old_name_is_meant(
    compiler: Compiler, literal: str, sure: bool
) -> None:
    source = FILLED.replace("LITERAL", literal)
    outcome = work(compiler, source, Oracle("compile"))
    assert outcome.fixed == sure
    if outcome.after is not None:
        assert outcome.after.files["main.rs"] == source.replace("self.level", "self.litres")


@pytest.mark.parametrize(
    ("pattern", "sure"), [("Tank { litres: level, .. }", True), ("Tank { litres: 3 | level, .. }", False)]
)
def test_so_is_the_field_that_a_pattern_calls_so(compiler: Compiler, pattern: str, sure: bool) -> None:
    more = f"fn shown(&self) -> u32 {{\n        let {pattern} = self else {{ return 0 }};\n        *level\n    }}\n"
    source = FILLED.replace("LITERAL", "Tank { litres: level + 1, least }").replace(
        "fn is_low", f"{more}\n    fn is_low"
    )
    assert work(compiler, source, Oracle("compile")).fixed == sure


@pytest.mark.parametrize(
    ("literal", "meant"),
    [
        ("Box2 { x, y, w: 3, h: 4 }", "Box2 { x, y, width: 3, height: 4 }"),
        ("Box2 { px: x, py: y, width: 3, height: 4 }", "Box2 { x: x, y: y, width: 3, height: 4 }"),
        ("Box2 { a: x, b: y, width: 3, height: 4 }", None),
        ("Box2 { x, y, width: 3, bottom: 4 }", None),
        ("Box2 { w: 3, ..Box2::new(x, y) }", None),
    ],
)
def test_several_fields_of_a_literal_tell_of_each_other(compiler: Compiler, literal: str, meant: str | None) -> None:
    source = (
        "struct Box2 {\n    x: u8,\n    y: u8,\n    width: u8,\n    height: u8,\n}\n\n"
        f"impl Box2 {{\n    fn new(x: u8, y: u8) -> Self {{\n        {literal}\n    }}\n}}\n\n"
        'fn main() {\n    let b = Box2::new(1, 2);\n    println!("{} {}", b.x + b.y, b.width + b.height);\n}\n'
    )
    outcome = work(compiler, source, Oracle("compile"))
    assert outcome.fixed == (meant is not None)
    if meant is not None and outcome.after is not None:
        assert outcome.after.files["main.rs"] == source.replace(literal, meant)


def test_what_another_function_gives_a_field_may_be_a_name_of_something_else(compiler: Compiler) -> None:
    level = "fn of(level: u32) -> Tank {\n    Tank { litres: level, least: 0 }\n}\n\nfn main"
    source = FILLED.replace("LITERAL", "of(level + least)").replace("fn main", level)
    assert not work(compiler, source, Oracle("compile")).fixed


@pytest.mark.parametrize(
    ("unknown", "fixed"), [("qty", True), ("min", False), ("cnt", False), ("prc", True), ("dst", False)]
)
def test_consonants_of_a_word_are_short_for_it(compiler: Compiler, unknown: str, fixed: bool) -> None:
    held = "struct Item {\n    quantity: u32,\n    mean_size: u32,\n    distance: u32,\n    price: u32,\n}\n\n"
    text = held + "fn main() {\n    let item = Item { quantity: 3, mean_size: 2, distance: 5, price: 4 };\n"
    text += f'    println!("{{}} {{}} {{}}", item.{unknown}, item.mean_size + item.distance, item.price);\n}}\n'
    assert work(compiler, text, Oracle("compile")).fixed == fixed
