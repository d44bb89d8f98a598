"""What a loop over a list's elements adds to the list follows when the loop is done."""

from collections.abc import Callable

import pytest

WOOD = """\
struct Tree {
    height: u32,
}

struct Wood {
    trees: Vec<Tree>,
}

impl Wood {
    fn grow(&mut self, least: u32) -> Option<u32> {
        HEADfor tree in VALUE {
            tree.height += 1;
            if tree.height > least {
                ALL.push(Tree { height: tree.height / 2 });
                BODY
            }
        }
        TAILself.trees.first().map(|tree| tree.height)
    }
}

fn main() {
    let mut wood = Wood { trees: vec![Tree { height: 3 }] };
    println!("{:?} {}", wood.grow(1), wood.trees.len());
}
"""


def wood(value: str, all_: str, body: str, head: str = "", tail: str = "") -> str:
    text = WOOD.replace("VALUE", value).replace("ALL", all_).replace("BODY", body)
    return text.replace("HEAD", head).replace("TAIL", tail)


@pytest.mark.parametrize("value", ["self.trees.iter_mut()", "&mut self.trees", "self.trees.iter_mut().skip(1)"])
@pytest.mark.parametrize("body", ["tree.height = 0;", "break;", "ALL.push(Tree { height: 0 });"])
def test_they_follow_when_the_loop_is_done(mended: Callable[[str], list[str]], value: str, body: str) -> None:
    now = wood(
        value,
        "added",
        body.replace("ALL", "added"),
        "let mut added = Vec::new();\n        ",
        "self.trees.extend(added);\n        ",
    )
    assert now in mended(wood(value, "self.trees", body.replace("ALL", "self.trees")))


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("self.trees.iter_mut()", "return None;"),
        ("self.trees.iter_mut()", "least.checked_sub(2)?;"),
        ("self.trees.iter_mut()", "self.trees.truncate(9);"),
    ],
)
def test_what_leaves_the_loop_or_does_more_is_left_alone(
    mended: Callable[[str], list[str]], value: str, body: str
) -> None:
    assert not mended(wood(value, "self.trees", body))


@pytest.mark.parametrize(("leaving", "told"), [("break 'all;", False), ("break;", True)])
def test_what_goes_on_with_an_outer_loop_is_left_alone(
    mended: Callable[[str], list[str]], leaving: str, told: bool
) -> None:
    text = wood("self.trees.iter_mut()", "self.trees", leaving, "'all: for _ in 0..2 {\n        ", "}\n        ")
    assert any("added" in one for one in mended(text)) == told


def test_a_comment_behind_the_loop_stays_there(mended: Callable[[str], list[str]]) -> None:
    text = wood("&mut self.trees", "self.trees", "continue;").replace(
        "        }\n        self", "        } // é\n        self"
    )
    assert any("        } // é\n        self.trees.extend(added);\n" in one for one in mended(text))


def test_a_loop_that_is_left_for_an_outer_one_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = wood(
        "self.trees.iter_mut()", "self.trees", "continue 'years;", "'years: for _ in 0..2 {\n        ", "}\n        "
    )
    assert not mended(text)


def test_what_is_still_to_be_done_may_be_meant_to_grow(mended: Callable[[str], list[str]]) -> None:
    text = wood("self.trees.iter_mut()", "self.trees", "continue;")
    assert mended(text) and not mended(text.replace("trees", "queue"))
    assert not mended(text.replace("trees", "tasks"))
    assert not mended(text.replace("            tree.height += 1;\n", ""))


@pytest.mark.parametrize(
    ("counted", "set_"),
    [
        ("tree.height += 1;", "tree.height = least;"),
        ("tree.height += 1;", "while tree.height > 9 {\n    tree.height = 0;\n}"),
        ("tree.height > least", "!tree.cut"),
    ],
)
def test_what_each_element_is_to_have_those_that_are_added_may_be_meant_to_have(
    mended: Callable[[str], list[str]], counted: str, set_: str
) -> None:
    text = wood("self.trees.iter_mut()", "self.trees", "tree.cut = true;" if "cut" in set_ else "continue;")
    text = text.replace("height: u32,", "height: u32,\n    cut: bool,").replace("2 });", "2, cut: false });")
    text = text.replace("Tree { height: 3 }", "Tree { height: 3, cut: false }")
    assert mended(text) and not any("added" in one for one in mended(text.replace(counted, set_)))


def test_what_is_only_read_may_be_meant_to_grow(mended: Callable[[str], list[str]]) -> None:
    text = wood("self.trees.iter()", "self.trees", "continue;").replace("            tree.height += 1;\n", "")
    assert not any("added" in one for one in mended(text))


PLAN = """\
#[derive(Clone)]
struct Shift {
    day: u32,
    weekly: bool,
    every: Option<u32>,
}

impl Shift {
    fn after(&self) -> Option<Shift> {
        self.every.map(|days| Shift { day: self.day + days, ..self.clone() })
    }

    fn once_more(&self) -> Option<Shift> {
        self.every.map(|days| Shift { day: self.day + days, every: None, ..self.clone() })
    }

    fn moved(&self) -> Shift {
        Shift { day: self.day + 1, weekly: self.weekly, ..*self }
    }
}

fn plan(shifts: &mut Vec<Shift>, last: u32) {
    let mut seen = 0;
    HEADfor shift in LOOP {
        seen += 1;
        BODY
    }
    TAILprintln!("{seen} {last}");
}

fn main() {
    let mut shifts = vec![Shift { day: 1, weekly: true, every: Some(2) }];
    plan(&mut shifts, 9);
    println!("{} {}", shifts[0].moved().day, shifts[0].moved().weekly);
    println!("{:?} {:?}", shifts[0].after().map(|one| one.day), shifts[0].once_more().map(|one| one.day));
}
"""


def plan(loop: str, body: str, all_: str, head: str = "", tail: str = "") -> str:
    text = PLAN.replace("LOOP", loop).replace("BODY", body).replace("ALL", all_)
    return text.replace("HEAD", head).replace("TAIL", tail)


@pytest.mark.parametrize("loop", ["shifts.iter()", "shifts.iter().skip(1)"])
@pytest.mark.parametrize(
    "body",
    [
        "ALL.push(shift.clone());",
        "let next = Shift { day: shift.day + 7, weekly: false, every: None };\n        ALL.push(next);",
        "if shift.weekly {\n            ALL.push(Shift { day: shift.day + 7, ..shift.clone() });\n        }",
        "if shift.weekly && last > 3 {\n            ALL.push(shift.moved());\n        }",
        "if let Some(next) = shift.after() {\n            ALL.push(next);\n        }",
        "if let Some(days) = shift.every {\n            ALL.push(Shift { day: days, ..shift.clone() });\n        }",
    ],
)
def test_what_a_loop_that_ends_cannot_be_meant_to_meet_follows(
    mended: Callable[[str], list[str]], loop: str, body: str
) -> None:
    now = plan(loop, body, "added", "let mut added = Vec::new();\n    ", "shifts.extend(added);\n    ")
    assert now in mended(plan(loop, body, "shifts"))


@pytest.mark.parametrize(
    ("loop", "body"),
    [
        ("shifts.iter()", "if shift.day < last {\n ALL.push(Shift { day: shift.day + 7, ..shift.clone() });\n}"),
        ("shifts.iter()", "if let Some(next) = shift.once_more() {\n ALL.push(next);\n}"),
        ("shifts.iter()", "if shift.weekly && seen < 9 {\n ALL.push(shift.moved());\n}"),
        ("shifts.iter()", "if shift.weekly {\n ALL.push(Shift { day: 1, weekly: false, every: None });\n}"),
        ("shifts.iter()", "if seen > 9 {\n break;\n}\n ALL.push(shift.clone());"),
        ("shifts.iter()", "for day in 0..shift.day {\n ALL.push(Shift { day, ..shift.clone() });\n}"),
        ("shifts.iter().take(2)", "ALL.push(shift.clone());"),
        ("shifts.iter().filter(|one| one.day < 9)", "ALL.push(shift.moved());"),
    ],
)
def test_what_a_loop_that_may_end_adds_may_be_meant_to_be_met(
    mended: Callable[[str], list[str]], loop: str, body: str
) -> None:
    assert not any("added" in one for one in mended(plan(loop, body, "shifts")))
