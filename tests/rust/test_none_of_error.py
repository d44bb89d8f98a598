"""In a function that returns an Option the error behind a `?` is dropped; in one that returns a Result none is made
up."""

from collections.abc import Callable

import pytest

MAIN = "\nfn main() {}\n"


@pytest.mark.parametrize(
    ("broken", "new"),
    [
        ("fn n(s: &str) -> Option<u8> {\n    let é: u8 = s.parse()?;\n    Some(é)\n}\n", "parse().ok()?"),
        (
            "fn n(s: &[u8]) -> Option<&str> {\n    Some(std::str::from_utf8(s)?.trim())\n}\n",
            "from_utf8(s).ok()?.trim()",
        ),
        (
            "fn n(s: &[&str]) -> Vec<u8> {\n    s.iter().filter_map(|s| Some(s.parse::<u8>()?)).collect()\n}\n",
            "().ok()?)",
        ),
    ],
)
def test_the_error_is_dropped(mended: Callable[[str], list[str]], broken: str, new: str) -> None:
    assert any(new in text for text in mended(broken + MAIN))


def test_a_result_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    broken = "fn n(v: &[u8]) -> Result<u8, String> {\n    let first = v.first()?;\n    Ok(*first)\n}\n"
    assert not any(".ok()" in text for text in mended(broken + MAIN))
