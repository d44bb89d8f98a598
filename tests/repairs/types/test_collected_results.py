"""What a chain of Results collects is a Result where it is asked."""

from collections.abc import Callable

import pytest

TEXT = """\
use std::collections::BTreeSet;
use std::num::ParseIntError;

fn found(text: &str) -> KIND {
    let é = BODY;
    END(é)
}

fn main() {
    println!("{:?} {}", found("1 2"), BTreeSet::<u8>::new().len());
}
"""
FAILING = TEXT.replace("END", "Ok")


@pytest.mark.parametrize(
    ("kind", "body", "wanted"),
    [
        ("Result<Vec<u8>, ParseIntError>", "collect::<Vec<_>>()", "collect::<Result<Vec<_>, _>>()"),
        ("Result<Vec<u8>, ParseIntError>", "collect::<Vec<u8>>()", "collect::<Result<Vec<u8>, _>>()"),
        (
            "Result<BTreeSet<u8>, ParseIntError>",
            "collect::<BTreeSet<Result<u8, ParseIntError>>>()",
            "collect::<Result<BTreeSet<u8>, ParseIntError>>()",
        ),
        ("Result<u8, ParseIntError>", "sum::<u8>()", "sum::<Result<u8, _>>()"),
        ("Result<usize, ParseIntError>", "count()", ""),
    ],
)
def test_the_whole_may_fail(mended: Callable[[str], list[str]], kind: str, body: str, wanted: str) -> None:
    text = FAILING.replace("KIND", kind)
    chain = "text\n        .split(' ')\n        .map(|n| n.trim().parse::<u8>())\n        ."
    found = mended(text.replace("BODY", f"{chain}{body}?"))
    assert (text.replace("BODY", f"{chain}{wanted}?") in found) == bool(wanted)


@pytest.mark.parametrize(
    ("kind", "body", "wanted"),
    [
        ("Vec<u32>", "collect()?", "collect::<Option<_>>()?"),
        ("Vec<u32>", "collect::<Vec<_>>()?", "collect::<Option<Vec<_>>>()?"),
        ("u32", "sum()?", "sum::<Option<_>>()?"),
    ],
)
def test_a_local_says_what_is_held(mended: Callable[[str], list[str]], kind: str, body: str, wanted: str) -> None:
    text = TEXT.replace("END", "Some").replace("let é", f"let é: {kind}").replace("KIND", f"Option<{kind}>")
    chain = "text.chars().map(|c| c.to_digit(10))"
    assert text.replace("BODY", f"{chain}.{wanted}") in mended(text.replace("BODY", f"{chain}.{body}"))


def test_plain_values_do_not_fail(mended: Callable[[str], list[str]]) -> None:
    text = FAILING.replace("KIND", "Result<Vec<char>, ParseIntError>")
    found = mended(text.replace("BODY", "text.chars().collect::<Vec<_>>()?"))
    assert not any("Result<Vec<_>" in one for one in found)
