"""A value is computed before a part is borrowed to be written if that cannot be told from computing it afterwards."""

from collections.abc import Callable

import pytest

TILL = """\
use std::collections::BTreeMap;

#[derive(Default)]
struct Till {
    sums: BTreeMap<u8, i64>,
    rate: i64,
    odd: [i64; 3],
}

impl Till {
    fn fee(&self, n: i64) -> i64 {
        FEE
    }

    fn pay(&mut self, key: u8, n: i64) -> Option<i64> {
        BODY
        Some(n)
    }
}

fn main() {
    Till::default().pay(1, 2);
}
"""
FEE = "self.rate * n / 100"
BORROW = "let sum = self.sums.get_mut(&key)?;"
ASK = "let fee = self.fee(n);"
WRITE = "*sum -= fee;"


def till(*lines: str, fee: str = FEE) -> str:
    return TILL.replace("BODY", "\n        ".join(lines)).replace("FEE", fee)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((BORROW, ASK, WRITE), (ASK, BORROW, WRITE)),
        ((BORROW, "// so far", "let old = *sum;", ASK, WRITE, "let _n = old;"), None),
        ((BORROW, "// as agreed", ASK, WRITE), ("// as agreed", ASK, BORROW, WRITE)),
    ],
)
def test_it_is_computed_first(
    mended: Callable[[str], list[str]], before: tuple[str, ...], after: tuple[str, ...] | None
) -> None:
    wanted = after or (ASK, *(line for line in before if line != ASK))
    assert till(*wanted) in mended(till(*before))


@pytest.mark.parametrize(
    ("lines", "fee"),
    [
        ((BORROW, "*sum += 1;", ASK, WRITE), FEE),  # the method may see the change
        (("let sum = self.sums.entry(key).or_default();", ASK, WRITE), FEE),  # and this
        ((BORROW, "let fee = self.fee(*sum);", WRITE), FEE),  # it needs what is borrowed
        ((BORROW, ASK, WRITE), "self.odd[n as usize]"),  # it fails where the function would have returned
        ((BORROW, ASK, WRITE), 'println!("{n}"); n'),  # it is noticed
        ((BORROW, "let fee = self.rate - self.fee(n);", WRITE), FEE),  # it may be too small
        ((BORROW, "#[allow(unused_mut)]", "let mut fee = self.fee(n);", WRITE), FEE),  # something is said of it
    ],
)
def test_what_could_be_told_apart_is_left_alone(
    mended: Callable[[str], list[str]], lines: tuple[str, ...], fee: str
) -> None:
    assert not mended(till(*lines, fee=fee))
