"""Methods that no `dyn` can have are kept for the types themselves."""

from collections.abc import Callable

import pytest

TEXT = """\
trait Plugin {
    fn name(&self) -> String;
    METHOD
}

struct Echo;

impl Plugin for Echo {
    fn name(&self) -> String {
        "echo".into()
    }
    IMPL
}

fn all() -> Vec<Box<dyn Plugin>> {
    vec![Box::new(Echo)]
}

fn main() {
    println!("{}", all()[0].name());
    CALL
}
"""
WHERE = "\n    where\n        Self: Sized"


@pytest.mark.parametrize(
    ("method", "implemented"),
    [
        ("fn twin(&self) -> Self", "fn twin(&self) -> Self {\n        Echo\n    }"),
        (
            "fn feed<T: Into<u8>>(&self, one: T) -> u8",
            "fn feed<T: Into<u8>>(&self, one: T) -> u8 {\n        one.into()\n    }",
        ),
    ],
)
def test_the_method_asks_for_a_sized_type(mended: Callable[[str], list[str]], method: str, implemented: str) -> None:
    text = TEXT.replace("IMPL", implemented).replace("CALL", "")
    assert text.replace("METHOD", f"{method}{WHERE};") in mended(text.replace("METHOD", f"{method};"))


def test_not_where_it_is_called_through_dyn(mended: Callable[[str], list[str]]) -> None:
    method = "fn feed<T: Into<u8>>(&self, one: T) -> u8 {\n        one.into()\n    }"
    text = TEXT.replace("METHOD", method).replace("IMPL", "")
    assert mended(text.replace("CALL", "all()[0].feed(3u8);")) == []
