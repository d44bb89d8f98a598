"""A method takes the parameters of its trait that its body uses."""

from collections.abc import Callable

import pytest

TEXT = """\
trait Shape {
    fn area(&self, scale: f64, round: bool, é: &str) -> f64;
}

struct Square(f64);

impl Shape for Square {
    fn area(GIVEN) -> f64 {
        BODY
    }
}

fn main() {
    println!("{}", Square(2.0).area(1.5, true, "é"));
}
"""


def program(given: str, body: str) -> str:
    return TEXT.replace("GIVEN", given).replace("BODY", body)


@pytest.mark.parametrize(
    ("given", "body", "meant"),
    [
        ("&self, r: bool, _: &str", "if r { self.0 } else { self.0 * scale }", "&self, scale: f64, r: bool, _: &str"),
        (
            "&self, scale: f64, é: &str",
            "if round { scale } else { é.len() as f64 }",
            "&self, scale: f64, round: bool, é: &str",
        ),
        ("&self, scale: f64", 'if round { println!("{é}") }\n        scale', "&self, scale: f64, round: bool, é: &str"),
        (
            "\n        &self,\n        scale: f64,\n        round: bool,\n    ",
            "if round { é.len() as f64 } else { scale }",
            "\n        &self,\n        scale: f64,\n        round: bool,\n        é: &str,\n    ",
        ),
    ],
)
def test_the_parameter_stands_where_the_trait_has_it(
    mended: Callable[[str], list[str]], given: str, body: str, meant: str
) -> None:
    assert program(meant, body) in mended(program(given, body))


@pytest.mark.parametrize(
    ("given", "body"),
    [
        ("&self, _: bool, _: &str", "self.0"),  # which may have to be scaled
        ("&self, scale: bool, _: &str", "if scale { self.0 } else { 0.0 }"),
        ("&self, _: f64, _: &str", "let round = true;\n        if round { self.0 } else { 0.0 }"),
        ("&self, _: f32, _: &str", "if round { self.0 } else { 0.0 }"),
    ],
)
def test_what_is_not_used_or_told_is_left_alone(mended: Callable[[str], list[str]], given: str, body: str) -> None:
    assert not mended(program(given, body))
