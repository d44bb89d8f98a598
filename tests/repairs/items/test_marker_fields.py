"""A parameter that only marks its type gets a field, and its values and patterns know of it."""

from collections.abc import Callable

TEXT = """\
use std::fmt::Debug;

struct Metres;

#[derive(Debug)]
struct Length<U> {
    value: f64,
}

impl<U> Length<U> {
    fn of(value: f64) -> Self {
        Self { value }
    }

    fn twice(&self) -> Self {
        let Length { value } = self;
        Length {
            value: value * 2.0,
        }
    }
}

fn show(length: &LENGTH) -> f64 {
    length.twice().value
}

fn main() {
    let shown: &dyn Debug = &1;
    println!("{shown:?} {}", show(&Length::of(2.0)));
}
"""


def test_the_field_is_known_everywhere(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("LENGTH", "Length<Metres>")
    changes = [
        ("use std::fmt::Debug;\n", "use std::fmt::Debug;\nuse std::marker::PhantomData;\n"),
        ("    value: f64,\n", "    value: f64,\n    _marker: PhantomData<U>,\n"),
        ("Self { value }", "Self { value, _marker: PhantomData }"),
        ("let Length { value }", "let Length { value, .. }"),
        ("            value: value * 2.0,\n", "            value: value * 2.0,\n            _marker: PhantomData,\n"),
    ]
    wanted = text
    for old, new in changes:
        wanted = wanted.replace(old, new)
    assert wanted in mended(text)


def test_a_second_parameter_joins_the_mark(mended: Callable[[str], list[str]]) -> None:
    text = (
        "use std::marker::PhantomData;\n\nstruct Edge<A, B, C> {\n    to: u8,\n    mark: PhantomData<A>,\n}\n\n"
        "fn edge() -> Edge<u8, String, bool> {\n    Edge { to: 1, mark: PhantomData }\n}\n\n"
        'fn main() {\n    println!("{}", edge().to);\n}\n'
    )
    pair = text.replace(", C>", ">").replace(", bool>", ">")
    assert pair.replace("PhantomData<A>", "PhantomData<(A, B)>") in mended(pair)
    two = text.replace("PhantomData<A>", "PhantomData<(A, B)>")
    assert text.replace("PhantomData<A>", "PhantomData<(A, B, C)>") in mended(two)


def test_a_parameter_of_which_nothing_is_said_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("show(length: &LENGTH)", "show<U>(length: &Length<U>)")
    assert not any("PhantomData" in one for one in mended(text))


def test_an_import_for_nothing_tells_of_it(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("show(length: &LENGTH)", "show<U>(length: &Length<U>)").replace("::of(", "::<Metres>::of(")
    used = "use std::marker::PhantomData;\n" + text
    assert any("    _marker: PhantomData<U>,\n" in one for one in mended(used))
    other = "\nstruct Other<U> {\n    other: PhantomData<U>,\n}\n\nfn main"
    assert not any("_marker" in one for one in mended(used.replace("\nfn main", other)))


def test_a_field_that_is_still_given_has_its_name(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("show(length: &LENGTH)", "show<U>(length: &Length<U>)").replace("::of(", "::<Metres>::of(")
    text = "use std::marker::PhantomData;\n" + text.replace("Self { value }", "Self { value, unit: PhantomData }")
    wanted = text.replace("    value: f64,\n", "    value: f64,\n    unit: PhantomData<U>,\n")
    wanted = wanted.replace("let Length { value }", "let Length { value, .. }")
    wanted = wanted.replace("value: value * 2.0,\n", "value: value * 2.0,\n            unit: PhantomData,\n")
    assert wanted in mended(text)
