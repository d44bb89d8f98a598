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


APP = """\
struct App {
    name: String,
    seen: Vec<String>,
}

impl App {
    fn note(&mut self, what: &str) {
        self.seen.push(what.to_string());
    }

    fn run(&mut self, other: &App) {
        self.note(GIVEN);
    }
}

fn main() {}
"""


@pytest.mark.parametrize("part", ["self.name", "self.seen[0]"])
def test_a_part_that_a_method_is_given_is_cloned(mended: Callable[[str], list[str]], part: str) -> None:
    assert APP.replace("GIVEN", f"&{part}.clone()") in mended(APP.replace("GIVEN", f"&{part}"))


def test_what_is_written_through_a_shared_reference_is_not_cloned(mended: Callable[[str], list[str]]) -> None:
    text = APP.replace("GIVEN", "&self.name").replace("name: String", "name: std::cell::RefCell<String>")
    text = text.replace("what: &str", "what: &std::cell::RefCell<String>").replace("what.to_string()", "what.take()")
    assert not mended(text)


def test_a_loop_over_what_it_changes_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = "fn main() {\n    let mut v = vec![1, 2];\n    for n in v.iter() {\n        v.push(*n);\n    }\n}\n"
    assert not any("collect" in one for one in mended(text))
