"""A failure in a closure becomes that of the chain, which the function gives back."""

from collections.abc import Callable

import pytest

TEXT = """\
fn all(text: &str) -> KIND {
    BODY
    END
}

fn main() {
    println!("{:?}", all("1 2"));
}
"""
ERROR = "Result<Vec<u8>, std::num::ParseIntError>"


@pytest.mark.parametrize(
    ("kind", "end", "body", "wanted"),
    [
        (
            ERROR,
            "Ok(found)",
            "let found: Vec<u8> = text.split(' ').map(|n| n.parse::<u8>()?).collect();",
            "let found: Vec<u8> = text.split(' ').map(|n| n.parse::<u8>()).collect::<Result<_, _>>()?;",
        ),
        (
            ERROR,
            "Ok(found)",
            "let found = text\n        .split(' ')\n        .map(|n| {\n            let n = n.trim();\n"
            "            n.parse::<u8>()?\n        })\n        .collect::<Vec<u8>>();",
            "let found = text\n        .split(' ')\n        .map(|n| {\n            let n = n.trim();\n"
            "            n.parse::<u8>()\n        })\n        .collect::<Result<Vec<u8>, _>>()?;",
        ),
        (
            "Option<u32>",
            "Some(sum)",
            "let sum: u32 = text.split(' ').map(|n| n.chars().next()?.to_digit(10)?).sum();",
            "",
        ),
        (
            "Option<u32>",
            "Some(sum)",
            "let sum: u32 = text.chars().map(|n| n.to_digit(10)?).sum();",
            "let sum: u32 = text.chars().map(|n| n.to_digit(10)).sum::<Option<_>>()?;",
        ),
    ],
)
def test_the_chain_is_asked(mended: Callable[[str], list[str]], kind: str, end: str, body: str, wanted: str) -> None:
    text = TEXT.replace("KIND", kind).replace("END", end)
    found = mended(text.replace("BODY", body))
    assert (text.replace("BODY", wanted) in found) == bool(wanted)


def test_not_where_the_function_gives_no_failure_back(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("KIND", "u32").replace("END", "sum")
    assert not mended(text.replace("BODY", "let sum: u32 = text.chars().map(|n| n.to_digit(10)?).sum();"))
