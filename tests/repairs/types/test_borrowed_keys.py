"""A list is sorted by comparing what a key would borrow; what the closure does besides is not written twice."""

from collections.abc import Callable

import pytest

LIST = """\
use std::cmp::Reverse;

#[derive(Clone)]
struct City {
    name: String,
    people: u32,
}

fn sorted(mut cities: Vec<City>, mut named: Vec<(String, u32)>, a: u32) -> String {
    named.reverse();
    CALL;
    let _ = Reverse(a);
    format!("{}{}", cities.remove(0).name, named.remove(0).0)
}

fn main() {
    let cities = vec![City { name: "B".into(), people: 2 }, City { name: "A".into(), people: 1 }];
    let people = cities[1].people;
    println!("{}", sorted(cities.clone(), vec![("x".into(), 1)], people));
}
"""


@pytest.mark.parametrize(
    ("call", "now"),
    [
        ("cities.sort_by_key(|c| &c.name)", "cities.sort_by(|a, b| a.name.cmp(&b.name))"),
        (
            "cities.sort_unstable_by_key(|city| city.name.as_str())",
            "cities.sort_unstable_by(|a, b| a.name.as_str().cmp(&b.name.as_str()))",
        ),
        (
            "cities.sort_by_key(|c| (Reverse(c.people / a), &c.name))",
            "cities.sort_by(|left, right| "
            "(Reverse(left.people / a), &left.name).cmp(&(Reverse(right.people / a), &right.name)))",
        ),
        ("named.sort_by_key(|(n, _)| n)", "named.sort_by(|(a, _), (b, _)| a.cmp(b))"),
        ("cities.sort_by_key(|c| Reverse(&c.name))", "cities.sort_by(|a, b| Reverse(&a.name).cmp(&Reverse(&b.name)))"),
    ],
)
def test_elements_are_compared_by_their_keys(mended: Callable[[str], list[str]], call: str, now: str) -> None:
    assert LIST.replace("CALL", now) in mended(LIST.replace("CALL", call))


@pytest.mark.parametrize(
    "call",
    [
        'cities.sort_by_key(|c| { println!("{}", c.name); &c.name })',
        "named.sort_by_key(|(name, n)| (n, name))",
        "cities.sort_by_key(|c| /* as they are spelt */ &c.name)",
    ],
)
def test_a_key_that_does_more_is_left_alone(mended: Callable[[str], list[str]], call: str) -> None:
    assert not any("sort_by(" in text for text in mended(LIST.replace("CALL", call)))
