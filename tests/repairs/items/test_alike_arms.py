"""A variant gets the arm that all others have; where they differ by more than the variant's name it gets none."""

from collections.abc import Callable

import pytest

PROGRAM = """\
#[allow(dead_code)]
enum Kind {
    Draft,
    InReview,
    SentBack,
    Done(u8),
}

fn told(kind: &Kind) -> RESULT {
    match kind {
        ARMS
    }
}

struct Circle(f64);
struct Square(f64);
struct Heart(f64);

impl Circle { fn area(&self) -> f64 { self.0 } }
impl Square { fn area(&self) -> f64 { self.0 } }
impl Heart { fn area(&self) -> f64 { self.0 } }

enum Shape {
    Circle(Circle),
    Square(Square),
    Heart(Heart),
}

fn area(shape: &Shape) -> f64 {
    match shape {
        SHAPES
    }
}

fn main() {
    told(&Kind::Draft);
    let all = [Shape::Circle(Circle(1.0)), Shape::Square(Square(2.0)), Shape::Heart(Heart(3.0))];
    println!("{}", all.iter().map(area).sum::<f64>());
}
"""
TEXTS = ["Kind::Draft => {},", "Kind::InReview => {},", "Kind::SentBack => {},", "Kind::Done(_) => {},"]
SHAPES = ["Shape::Circle(circle) => {},", "Shape::Square(square) => {},", "Shape::Heart(heart) => {},"]
AREAS = ["circle.area()", "square.area()", "heart.area()"]


def program(result: str, values: list[str], areas: list[str]) -> str:
    arms, shapes = (
        "\n        ".join(arm.format(value) for arm, value in zip(some, said, strict=False))
        for some, said in ((TEXTS, values), (SHAPES, areas))
    )
    return PROGRAM.replace("RESULT", result).replace("ARMS", arms).replace("SHAPES", shapes)


@pytest.mark.parametrize(
    ("result", "values"),
    [
        ("&'static str", ['"draft"', '"in review"', '"sent back"', '"done"']),
        ("&'static str", ['"DRAFT"', '"IN_REVIEW"', '"SENT_BACK"', '"DONE"']),
        ("String", ['"Draft".to_string()', '"InReview".to_string()', '"SentBack".to_string()', '"Done".to_string()']),
        ("String", ['String::from("draft")', 'String::from("in-review")', 'String::from("sent-back")']),
    ],
)
def test_a_text_is_made_of_the_name_as_the_others_are(
    mended: Callable[[str], list[str]], result: str, values: list[str]
) -> None:
    whole = [*values, 'String::from("done")'][:4]
    assert program(result, whole, AREAS) in mended(program(result, whole[:2], AREAS))


def test_what_a_variant_holds_is_asked_as_the_others_are(mended: Callable[[str], list[str]]) -> None:
    values = ['"draft"', '"in review"', '"sent back"', '"done"']
    assert program("&'static str", values, AREAS) in mended(program("&'static str", values, AREAS[:2]))


def test_a_comment_stays_with_its_arm(mended: Callable[[str], list[str]]) -> None:
    values = ['"draft"', '"in review"', '"sent back"', '"done"']
    last = SHAPES[1].format(AREAS[1])
    text, now = (
        program("&'static str", values, some).replace(last, f"{last}  // four sides") for some in (AREAS[:2], AREAS)
    )
    assert now in mended(text)


def test_a_formula_of_two_is_none_of_a_third(mended: Callable[[str], list[str]]) -> None:
    values = ['"draft"', '"in review"', '"sent back"', '"done"']
    areas = ["circle.0 * circle.0", "square.0 * square.0", "heart.0 * heart.0"]
    assert not mended(program("&'static str", values, areas[:2]))


@pytest.mark.parametrize(
    ("result", "values"),
    [
        ("&'static str", ['"draft"', '"with a reader"', '"sent back"']),
        ("bool", ["true", "true", "true"]),
        ("u8", ["1", "2", "3"]),
        ("&'static str", ['"draft"']),
        ("&'static str", ['"draft"', '"in review"', '"returned"']),
    ],
)
def test_what_each_says_in_its_own_way_is_left_alone(
    mended: Callable[[str], list[str]], result: str, values: list[str]
) -> None:
    assert not mended(program(result, values, AREAS))


ENDINGS = """\
enum Format {
    Csv,
    Json,
    Plain,
}

fn NAME(one: Format) -> &'static str {
    match one {
        Format::Csv => "csv",
        Format::Json => "json",
    }
}

fn main() {
    println!("{}", NAME(Format::Csv));
}
"""
TERMS = """\
enum Term {
    Group(Box<Term>),
    Paren(Box<Term>),
    One(One),
    Neg(NEG),
}

struct One(f64);

impl One { fn value(&self) -> f64 { self.0 } }

impl Term {
    fn value(&self) -> f64 {
        match self {
            Term::Group(group) => group.value(),
            Term::Paren(paren) => paren.value(),
            Term::One(one) => one.value(),
        }
    }
}

fn main() {
    println!("{}", Term::One(One(1.0)).value());
}
"""


@pytest.mark.parametrize(("name", "told"), [("name", True), ("extension", False), ("file_ext", False)])
def test_an_ending_is_no_name(mended: Callable[[str], list[str]], name: str, told: bool) -> None:
    arm = '"json",\n        Format::Plain => "plain",'
    text = ENDINGS.replace("NAME", name)
    assert mended(text) == ([text.replace('"json",', arm)] if told else [])


@pytest.mark.parametrize(("held", "told"), [("One", True), ("Box<Term>", False)])
def test_a_term_of_a_term_may_be_more_than_that(mended: Callable[[str], list[str]], held: str, told: bool) -> None:
    text = TERMS.replace("NEG", held)
    arm = "one.value(),\n            Term::Neg(neg) => neg.value(),"
    assert mended(text) == ([text.replace("one.value(),", arm)] if told else [])
