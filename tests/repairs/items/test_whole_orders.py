"""A type with an `Ord` by hand alone gets all that an order needs, and equality that its fields can have."""

from collections.abc import Callable

ORDERED = """\
use std::cmp::Ordering;

DERIVED
struct É {
    cost: COST,
}

impl Ord for É {
    fn cmp(&self, other: &Self) -> Ordering {
        BODY
    }
}

fn main() {
    println!("{}", std::cmp::max(É { cost: 1 as COST }, É { cost: 2 as COST }).cost);
}
"""
WHOLE = ORDERED.replace("COST", "u32").replace("BODY", "other.cost.cmp(&self.cost)")
FLOATS = ORDERED.replace("COST", "f64").replace("BODY", "other.cost.total_cmp(&self.cost)")
PARTIAL = """\
impl PartialOrd for É {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

"""
EQUAL = """\
impl PartialEq for É {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for É {}

"""


def test_equality_is_derived(mended: Callable[[str], list[str]]) -> None:
    text, more = (WHOLE.replace("DERIVED", line) for line in ("#[derive(Debug)]", "#[derive(Debug, PartialEq, Eq)]"))
    assert mended(text)[0] == more.replace("impl Ord", f"{PARTIAL}impl Ord")


def test_of_floats_it_is_that_of_the_order(mended: Callable[[str], list[str]]) -> None:
    text = FLOATS.replace("DERIVED\n", "")
    assert mended(text)[0] == text.replace("impl Ord", f"{EQUAL}{PARTIAL}impl Ord")


def test_equality_by_hand_stays_alone(mended: Callable[[str], list[str]]) -> None:
    hand = "impl PartialEq for É {\n    fn eq(&self, other: &Self) -> bool { self.cost == other.cost }\n}\n\n"
    text = WHOLE.replace("DERIVED\n", "").replace("impl Ord", f"{hand}impl Ord")
    assert mended(text)[0] == text.replace("struct", "#[derive(Eq)]\nstruct").replace("impl Ord", f"{PARTIAL}impl Ord")
