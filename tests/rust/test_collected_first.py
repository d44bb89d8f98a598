"""What grows by a part of itself takes that part first."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "fn f(v: &mut Vec<u8>) {\n    v.extend(v.iter().map(|n| n + 1));\n}\n",
            "fn f(v: &mut Vec<u8>) {\n    v.extend(v.iter().map(|n| n + 1).collect::<Vec<_>>());\n}\n",
        ),
        (
            "fn f(mut v: Vec<u8>) {\n    v.extend(\n        v.iter()\n            .rev()\n"
            "            .map(|n| n + 1),\n    );\n}\n",
            "fn f(mut v: Vec<u8>) {\n    v.extend(\n        v.iter()\n            .rev()\n            .map(|n| n + 1)\n"
            "            .collect::<Vec<_>>(),\n    );\n}\n",
        ),
        (
            "fn f(v: &mut Vec<u8>) {\n    v.extend_from_slice(&v[..2]);\n}\n",
            "fn f(v: &mut Vec<u8>) {\n    v.extend_from_within(..2);\n}\n",
        ),
        (
            "fn f(s: &mut String) {\n    s.push_str(&s[1..]);\n}\n",
            "fn f(s: &mut String) {\n    s.push_str(&s[1..].to_string());\n}\n",
        ),
    ],
)
def test_what_is_taken_is_taken_first(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    main = "\nfn main() {}\n"
    assert new + main in mended(old + main)


def test_a_loop_over_what_it_changes_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = "fn main() {\n    let mut v = vec![1, 2];\n    for n in v.iter() {\n        v.push(*n);\n    }\n}\n"
    assert not any("collect" in one for one in mended(text))
