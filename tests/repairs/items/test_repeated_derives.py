"""What is written by hand is not derived as well, and what is derived twice is derived once."""

from collections.abc import Callable

import pytest

TEXT = """\
DERIVE
struct Pace<T> {
    é: T,
}

impl<T> IMPL for Pace<T> {
    BODY
}

fn main() {}
"""
SHOWN = (
    "std::fmt::Debug",
    'fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {\n        f.write_str("é")\n    }',
)
SAME = ("PartialEq", "fn eq(&self, _: &Self) -> bool {\n        true\n    }")
ORDERED = ("PartialOrd", "fn partial_cmp(&self, _: &Self) -> Option<std::cmp::Ordering> {\n        None\n    }")


def program(derive: str, impl: tuple[str, str]) -> str:
    return TEXT.replace("DERIVE", derive).replace("IMPL", impl[0]).replace("BODY", impl[1])


@pytest.mark.parametrize(
    ("derive", "impl", "meant"),
    [
        ("#[derive(Clone, Debug, Default)]\n/// Steps.", SHOWN, "#[derive(Clone, Default)]\n/// Steps."),
        ("#[derive(Debug, Clone)]", SHOWN, "#[derive(Clone)]"),
        ("#[derive(\n    Clone,\n    Debug,\n)]", SHOWN, "#[derive(\n    Clone,\n)]"),
        ("/// Steps.\n#[derive(Debug)]", SHOWN, "/// Steps."),
        ("#[derive(PartialEq, Clone)]", SAME, "#[derive(Clone)]"),
        ("#[derive(Clone, Hash, Clone)]", SAME, "#[derive(Clone, Hash)]"),
    ],
)
def test_the_derive_goes(mended: Callable[[str], list[str]], derive: str, impl: tuple[str, str], meant: str) -> None:
    assert mended(program(derive, impl)) == [program(meant, impl)]


def test_a_trait_alone_leaves_no_line_behind(mended: Callable[[str], list[str]]) -> None:
    assert mended(program("#[derive(Debug)]", SHOWN)) == [program("DERIVE", SHOWN).replace("DERIVE\n", "")]


@pytest.mark.parametrize(
    ("derive", "impl"),
    [
        ("#[derive(PartialEq, Hash)]", SAME),  # which would tell apart what is the same
        ("#[derive(PartialEq, Eq, PartialOrd, Ord)]", ORDERED),
    ],
)
def test_not_beside_a_trait_that_has_to_agree(
    mended: Callable[[str], list[str]], derive: str, impl: tuple[str, str]
) -> None:
    assert not mended(program(derive, impl))


def test_what_is_written_for_some_arguments_may_be_beside_the_derive(mended: Callable[[str], list[str]]) -> None:
    text = program("#[derive(Clone, Debug)]", SHOWN).replace("impl<T>", "impl").replace("for Pace<T>", "for Pace<u8>")
    assert not mended(text)
