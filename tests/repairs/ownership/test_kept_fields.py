"""What is read of a value after it is given away is kept before that, unless it may have changed by then."""

from collections.abc import Callable

import pytest

HEAD = """\
struct Crate {
    mark: String,
    weight: u32,
    stops: Vec<String>,
}

impl Crate {
    fn heavy(&self) -> bool {
        self.weight > 9
    }
}

fn sink(mut crate_: Crate) -> u32 {
    crate_.weight = 0;
    crate_.weight
}

fn relabel(crate_: Crate, mark: &str) -> Crate {
    Crate { mark: mark.to_string(), ..crate_ }
}

fn ship(crate_: Crate) -> u32 {
    println!("{}", crate_.weight);
    crate_.weight
}

fn load(hold: &mut Vec<Crate>, next: Crate, limit: u32) -> u32 {
    BODY
    limit
}

fn main() {
    let mut hold = vec![];
    let next = Crate { mark: "a".to_string(), weight: 2, stops: vec!["b".to_string()] };
    println!("{} {}", next.heavy(), load(&mut hold, next, 3));
    println!("{}", hold.len());
    println!("{}", sink(Crate { mark: "c".into(), weight: 2, stops: vec![] }));
    println!("{}", relabel(Crate { mark: "e".into(), weight: 2, stops: vec![] }, "f").mark);
    println!("{}", ship(Crate { mark: "d".into(), weight: 2, stops: vec![] }));
}
"""


def load(*lines: str) -> str:
    return HEAD.replace("BODY", "\n    ".join(lines))


@pytest.mark.parametrize(
    ("kept", "giving", "broken", "fixed"),
    [
        (
            ["let weight = next.weight;"],
            "hold.push(next);",
            'println!("{} {}", hold.len(), next.weight);',
            'println!("{} {}", hold.len(), weight);',
        ),
        (
            ["let mark = next.mark.clone();", "let weight = next.weight;"],
            "hold.push(next);",
            'println!("{} {} {}", hold.len(), next.mark, next.weight + next.weight);',
            'println!("{} {} {}", hold.len(), mark, weight + weight);',
        ),
        (
            ["let stops = next.stops.clone();"],
            "ship(next);",
            'for stop in &next.stops {\n        println!("{stop} {}", hold.len());\n    }',
            'for stop in &stops {\n        println!("{stop} {}", hold.len());\n    }',
        ),
        (
            ["let next_weight = next.weight;"],
            "let weight = ship(next);",
            'println!("{}", weight - next.weight.min(limit));',
            'println!("{}", weight - next_weight.min(limit));',
        ),
    ],
)
def test_its_fields_are_kept(
    mended: Callable[[str], list[str]], kept: list[str], giving: str, broken: str, fixed: str
) -> None:
    assert load(*kept, giving, fixed) in mended(load(giving, broken))


@pytest.mark.parametrize(
    "lines",
    [
        ("let left = sink(next);", 'println!("{left} {}", next.weight);'),
        ('let other = relabel(next, "g");', 'println!("{} {}", other.mark, next.weight);'),
        ("hold.push(next);", "hold[0].weight = 4;", 'println!("{} {}", hold.len(), next.weight);'),
        ("hold.push(next);", 'println!("{} {}", hold.len(), next.heavy());'),
        ("hold.push(next);", "next.weight = 3 + hold.len() as u32;"),
        ("let mut other = next;", "other.weight = 5;", 'println!("{} {}", other.weight, next.weight);'),
    ],
)
def test_what_may_have_changed_or_is_not_only_read_is_left_alone(
    mended: Callable[[str], list[str]], lines: tuple[str, ...]
) -> None:
    assert not any("= next.weight;" in one for one in mended(load(*lines)))
