"""What is surely replaced is taken out; what something else sees meanwhile, or a way leads past, stays."""

from collections.abc import Callable

import pytest

LAMP = """\
#![allow(dead_code, unused)]

enum Light {
    On(String),
    Off,
}

#[derive(Default)]
enum Mode {
    #[default]
    Day,
    Night(String),
}

struct Lamp {
    light: Light,
    mode: Mode,
    names: Vec<String>,
    spare: Option<Box<Lamp>>,
}

impl Lamp {
    fn name(&self) -> String {
        self.names.join(" ")
    }

    fn flip(&mut self, next: Vec<String>) -> Option<usize> {
        BODY
        Some(1)
    }
}

fn main() {}
"""


@pytest.mark.parametrize(
    ("old", "place", "new"),
    [
        (
            "self.light = match self.light { Light::On(s) => Light::Off, other => other };",
            "match self.light",
            "match std::mem::replace(&mut self.light, Light::Off)",
        ),
        (
            "self.mode = match (self.mode, 1) { (Mode::Night(s), _) => Mode::Day, (other, _) => other };",
            "(self.mode,",
            "(std::mem::take(&mut self.mode),",
        ),
        (
            "let before = self.names;\n        self.names = next;\n        let n = before.len();",
            "= self.names;",
            "= std::mem::take(&mut self.names);",
        ),
        (
            "match self.spare { Some(lamp) => { let n = 1; self.spare = lamp.spare; } None => return None }",
            "match self.spare",
            "match self.spare.take()",
        ),
        (
            "while let Some(lamp) = self.spare { self.spare = lamp.spare; }",
            "= self.spare {",
            "= self.spare.take() {",
        ),
    ],
)
def test_what_is_replaced_is_taken_out(mended: Callable[[str], list[str]], old: str, place: str, new: str) -> None:
    assert LAMP.replace("BODY", old.replace(place, new)) in mended(LAMP.replace("BODY", old))


@pytest.mark.parametrize(
    "body",
    [
        "self.light = match self.light { Light::On(s) => return None, other => other };",
        "self.light = match self.light { Light::On(s) => Light::On(self.name()), other => other };",
        "self.light = match self.light { Light::On(s) => Light::On(s), other => { Some(1)?; other } };",
        "let before = self.light;\n        if next.is_empty() { self.light = Light::Off; }",
        "let before = self.light;",
        "if let Some(lamp) = self.spare { if next.len() > 1 { self.spare = lamp.spare; } }",
        "if let Some(lamp) = self.spare { let n = self.name(); self.spare = lamp.spare; }",
    ],
)
def test_what_may_be_seen_is_left_alone(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("mem::" in text or "take()" in text for text in mended(LAMP.replace("BODY", body)))


def test_what_all_of_the_owner_may_see_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    hall = (
        "struct Hall { lamp: Lamp }\n\nimpl Hall {\n    fn lit(&self) -> bool { self.lamp.names.is_empty() }\n\n"
        "    fn turn(&mut self) {\n        self.lamp.light = match self.lamp.light {\n"
        "            Light::On(s) if self.lit() => Light::On(s),\n            other => other,\n        };\n    }\n}\n\n"
    )
    text = LAMP.replace("BODY", "").replace("fn main", f"{hall}fn main")
    assert not any("mem::" in one for one in mended(text))
