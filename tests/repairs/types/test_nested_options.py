"""What may itself find nothing is asked by `and_then`, not by `map`, and nothing stops at what is not there."""

from collections.abc import Callable

import pytest

HEAD = """\
use std::collections::HashMap;

struct É {
    name: String,
    next: Option<u32>,
}

"""
MAIN = "\nfn main() {{\n    let all: HashMap<u32, É> = HashMap::new();\n{}}}\n"
CHAIN = """\
fn name(all: &HashMap<u32, É>, id: u32) -> Option<&str> {
    all.get(&id)?.next.map(|id| all.get(&id)).map(|one| one.name.as_str())
}
"""
TAIL = """\
fn next(all: &HashMap<u32, É>, id: u32) -> Option<u32> {
    let one = all.get(&id);
    one.map(|one| one.next)
}
"""
BOUND = """\
    let found = all.get(&1).and_then(|one| one.next).map(|id| all.get(&id));
    if let Some(one) = found {
        println!("{}", one.name);
    }
"""
MATCHED = """\
    match all.get(&1).map(|one| all.get(&one.next?)) {
        Some(one) => println!("{}", one.name),
        None => println!("nobody"),
    }
"""


@pytest.mark.parametrize(
    "text, old",
    [
        (HEAD + CHAIN + MAIN.format("    name(&all, 1);\n"), "map(|id|"),
        (HEAD + TAIL + MAIN.format("    next(&all, 1);\n"), "map(|one|"),
        (HEAD + MAIN.format(BOUND), "map(|id|"),
        (HEAD + MAIN.format(MATCHED), "map(|one|"),
    ],
)
def test_both_become_one(mended: Callable[[str], list[str]], text: str, old: str) -> None:
    assert mended(text)[0] == text.replace(old, old.replace("map", "and_then"))


LISTED = """\
    let ids = [1, 2];
    let names: Vec<&str> = ids.iter().map(|id| all.get(id)).map(|one| one.name.as_str()).collect();
    println!("{names:?}");
"""


def test_elements_of_a_list_are_not_left_out(mended: Callable[[str], list[str]]) -> None:
    text = HEAD + MAIN.format(LISTED)
    assert not any("and_then" in one or "filter_map" in one for one in mended(text))
