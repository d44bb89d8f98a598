"""A method that changes its owner is called when the loop over a part of that is done, where this is the same."""

from collections.abc import Callable

import pytest

HEAD = """\
use std::fs;

struct Lamp {
    name: String,
    hours: u32,
    parts: Vec<u32>,
}

#[derive(Default)]
struct House {
    lamps: Vec<Lamp>,
    log: Vec<String>,
    spent: u32,
}

impl House {
    fn note(&mut self, text: &str) {
        self.log.push(text.to_string());
    }

    fn warn(&mut self, text: &str, hours: u32) {
        self.note(text);
        self.spent += hours;
    }

    fn tell(&mut self, text: String) {
        println!("{text}");
        self.log.push(text);
    }

    fn store(&mut self, text: String) {
        fs::write("house", &text).unwrap();
        self.log.push(text);
    }

    fn count(&mut self, text: String) -> usize {
        self.log.push(text);
        self.log.len()
    }

    fn drop_lamp(&mut self, text: String) {
        self.lamps.retain(|lamp| lamp.name != text);
    }

    fn evening(&mut self, limit: u32) -> Option<u32> {
        let mut seen = 0;
        BEFOREfor lamp in LOOP {
            seen += 1;
            if lamp.hours > limit {
                BODY
            }
        }
        AFTERSome(seen)
    }
}

fn stored() -> usize {
    fs::read("house").map_or(0, |text| text.len())
}

fn main() {
    let mut house = House::default();
    house.lamps.push(Lamp { name: "hall".to_string(), hours: 3, parts: vec![1] });
    house.warn("start", 0);
    house.tell("go".to_string());
    house.count("one".to_string());
    house.store("one".to_string());
    println!("{}", stored());
    println!("{:?} {} {}", house.evening(2), house.spent, house.lamps[0].parts[0]);
    house.drop_lamp("hall".to_string());
}
"""


def evening(loop: str, body: str, before: str = "", after: str = "") -> str:
    text = HEAD.replace("LOOP", loop).replace("BODY", body)
    return text.replace("BEFORE", before).replace("AFTER", after)


@pytest.mark.parametrize("loop", ["self.lamps.iter_mut()", "&self.lamps", "self.lamps.iter().skip(1)"])
@pytest.mark.parametrize(
    ("call", "kept", "bound", "later"),
    [
        ("self.note(&lamp.name)", "lamp.name.clone()", "text", "self.note(&text)"),
        ("self.note(lamp.name.as_str())", "lamp.name.as_str().to_owned()", "text", "self.note(&text)"),
        ('self.note(&format!("{} é", lamp.hours))', 'format!("{} é", lamp.hours)', "text", "self.note(&text)"),
        ("self.warn(&lamp.name, lamp.hours)", "(lamp.name.clone(), lamp.hours)", "(text, hours)", "WARN"),
        ("self.tell(lamp.name.clone())", "lamp.name.clone()", "text", "self.tell(text)"),
        ("self.count(lamp.name.clone())", "lamp.name.clone()", "text", "self.count(text)"),
    ],
)
def test_it_is_called_when_the_loop_is_done(
    mended: Callable[[str], list[str]], loop: str, call: str, kept: str, bound: str, later: str
) -> None:
    later = later.replace("WARN", "self.warn(&text, hours)")
    after = f"for {bound} in waiting {{\n            {later};\n        }}\n        "
    fixed = evening(loop, f"waiting.push({kept});", "let mut waiting = Vec::new();\n        ", after)
    assert fixed in mended(evening(loop, f"{call};"))


def test_what_the_loop_refers_to_waits_as_a_copy(mended: Callable[[str], list[str]]) -> None:
    loop = "self.lamps.iter().map(|lamp| &lamp.name)"
    text = evening(loop, "self.note(lamp);").replace("lamp.hours > limit", "lamp.len() > 2")
    assert any("waiting.push(lamp.clone());" in one and "self.note(&text);" in one for one in mended(text))


def test_so_it_is_from_several_places_and_inner_loops(mended: Callable[[str], list[str]]) -> None:
    body = "for part in &lamp.parts {\n    self.tell(part.to_string());\n}\nself.tell(lamp.name.clone());\nbreak;"
    after = "for text in waiting {\n            self.tell(text);\n        }\n        "
    kept = body.replace("self.tell(", "waiting.push(")
    fixed = evening("&self.lamps", kept, "let mut waiting = Vec::new();\n        ", after)
    assert fixed in mended(evening("&self.lamps", body))


@pytest.mark.parametrize(
    "body",
    [
        "self.drop_lamp(lamp.name.clone());",
        "self.note(&lamp.name);\n                self.log.clear();",
        "self.note(&lamp.name);\n                seen += self.log.len() as u32;",
        'self.tell(lamp.name.clone());\n                println!("{seen}");',
        "self.store(lamp.name.clone());\n                seen += stored() as u32;",
        "self.note(&lamp.name);\n                return None;",
        "self.note(&lamp.name);\n                limit.checked_sub(1)?;",
        "seen += self.count(lamp.name.clone()) as u32;",
        "(0..2).for_each(|_| self.note(&lamp.name));",
    ],
)
def test_where_the_order_may_matter_it_is_left_alone(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("waiting" in one for one in mended(evening("self.lamps.iter_mut()", body)))
