"""An iterator that outlives the local collection it goes over takes the collection with it."""

from collections.abc import Callable

import pytest

HEAD = """\
use std::collections::BTreeMap;

fn above(depths: &[u32], least: u32) -> RESULT {
    let mut found: Vec<u32> = depths.to_vec();
    let mut counted: BTreeMap<u32, usize> = BTreeMap::new();
    found.sort();
    counted.insert(least, found.len());
    GIVEN
}

fn main() {
    println!("{}", above(&[3, 1, 2], 1).count());
}
"""


def above(given: str, result: str = "impl Iterator<Item = u32>") -> str:
    return HEAD.replace("RESULT", result).replace("GIVEN", given)


@pytest.mark.parametrize("result", ["impl Iterator<Item = u32>", "Box<dyn Iterator<Item = u32>>"])
@pytest.mark.parametrize(
    ("broken", "owning"),
    [
        ("found.iter().copied()", "found.into_iter()"),
        ("found.iter()\n        .cloned()", "found.into_iter()"),
        ("found.drain(..)", "found.into_iter()"),
        ("found.iter().map(|n| *n + 1)", "found.into_iter().map(|n| n + 1)"),
        ("found.iter().map(|&n| n + 1).filter(|n| *n > 2)", "found.into_iter().map(|n| n + 1).filter(|n| *n > 2)"),
        ("found.iter().filter(move |n| **n > least).copied()", "found.into_iter().filter(move |n| *n > least)"),
        ("found.iter().filter(|&&n| n > 2).copied().rev()", "found.into_iter().filter(|&n| n > 2).rev()"),
        ("counted.keys().copied()", "counted.into_keys()"),
    ],
)
def test_it_owns_the_elements(mended: Callable[[str], list[str]], result: str, broken: str, owning: str) -> None:
    given = ("Box::new({})" if result.startswith("Box") else "{}").format
    assert above(given(owning), result) in mended(above(given(broken), result))


@pytest.mark.parametrize("given", ["found.iter().zip(counted.keys()).map(|(n, k)| n + k)", "found.drain(1..)"])
def test_what_leaves_a_part_behind_is_left_alone(mended: Callable[[str], list[str]], given: str) -> None:
    assert not mended(above(given))


def test_an_iterator_of_references_stays_one(mended: Callable[[str], list[str]]) -> None:
    assert not mended(above("found.iter()", "impl Iterator<Item = &u32>"))
