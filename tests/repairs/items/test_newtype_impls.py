"""What may not be implemented for a library's type is implemented for the one type that holds it."""

from collections.abc import Callable

import pytest

SHOWN = """\
use std::fmt;

struct Dish {
    é: u8,
}

HOLDER

impl fmt::Display for Vec<Dish> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = &self[0];
        for dish in self {
            write!(f, "{} {}", dish.é, self.len())?;
        }
        write!(f, "{} {}", first.é, count(self))
    }
}

fn count(all: &[Dish]) -> usize {
    all.len()
}

fn main() {
    println!("{}", MENU);
}
"""
BY_FIELD = [
    ("Display for Vec<Dish>", "Display for Menu"),
    ("&self[0]", "&self.FIELD[0]"),
    ("in self {", "in &self.FIELD {"),
    ("self.len()", "self.FIELD.len()"),
    ("count(self)", "count(&self.FIELD)"),
]


def changed(text: str, changes: list[tuple[str, str]], field: str) -> str:
    for old, new in changes:
        text = text.replace(old, new.replace("FIELD", field))
    return text


@pytest.mark.parametrize(
    ("holder", "menu", "field"),
    [
        ("struct Menu(Vec<Dish>);", "Menu(vec![Dish { é: 1 }])", "0"),
        ("struct Menu {\n    all: Vec<Dish>,\n}", "Menu { all: vec![Dish { é: 1 }] }", "all"),
    ],
)
def test_the_holder_gets_the_implementation(
    mended: Callable[[str], list[str]], holder: str, menu: str, field: str
) -> None:
    text = SHOWN.replace("HOLDER", holder).replace("MENU", menu)
    assert mended(text) == [changed(text, BY_FIELD, field)]


ADDED = """\
use std::ops::AddAssign;

#[derive(Debug)]
struct Bag<T>(Option<T>);

impl<T> AddAssign<T> for Option<T> {
    fn add_assign(&mut self, other: T) {
        if let Some(held) = self {
            *held = other;
        } else {
            *self = Some(other);
        }
    }
}

fn main() {
    let mut bag = Bag(Some(1));
    bag += 2;
    println!("{bag:?}");
}
"""


def test_what_changes_it_changes_what_is_held(mended: Callable[[str], list[str]]) -> None:
    changes = [("for Option<T> {", "for Bag<T> {"), (" = self {", " = &mut self.0 {"), ("*self =", "self.0 =")]
    assert mended(ADDED) == [changed(ADDED, changes, "0")]


@pytest.mark.parametrize(
    ("holder", "menu"),
    [
        ("struct Menu(Vec<Dish>);\n\nstruct Bill(Vec<Dish>);", "Menu(vec![Dish { é: 1 }])"),
        ("struct Menu(Vec<Dish>, u8);", "Menu(vec![Dish { é: 1 }], 2)"),
        ("struct Menu(Vec<Dish>);", "vec![Dish { é: 1 }]"),
    ],
)
def test_without_one_holder_or_where_the_librarys_type_is_used_all_stays(
    mended: Callable[[str], list[str]], holder: str, menu: str
) -> None:
    assert not mended(SHOWN.replace("HOLDER", holder).replace("MENU", menu))


def test_what_makes_values_of_the_librarys_type_stays(mended: Callable[[str], list[str]]) -> None:
    text = ADDED.replace("add_assign(&mut self, other: T)", "add_assign(&mut self, other: T) where Self: Sized")
    assert not mended(text)
