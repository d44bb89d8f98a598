"""Where a missing `mut` is an assignment's error: once, to a part, and not where a trait says what the receiver is."""

from random import Random

from sleepy_coder.breaker.operators import bindings
from sleepy_coder.breaker.syntax import Syntax

CODE = b"""
struct Meter { total: i32, last: i32 }

trait Reset {
    fn reset(&mut self);
}

impl Meter {
    fn once(&mut self) { self.total += 1; }
    fn twice(&mut self) { self.total += 1; self.last = 2; }
    fn never(&mut self) -> &mut i32 { &mut self.total }
}

impl Reset for Meter {
    fn reset(&mut self) { self.total = 0; }
}

fn main() {
    let mut meter = Meter { total: 1, last: 0 };
    meter.last = 3;
    let mut count = 0;
    let mut add = || count += 1;
    add();
    let mut plain = 4;
    plain += 1;
}
"""


def test_a_receiver_is_broken_where_one_assignment_needs_it() -> None:
    broken = [made.apply(CODE) for made in bindings.mut_self_assigned(Syntax(CODE), Random(0))]
    assert len(broken) == 1 and b"fn once(&self)" in broken[0]


def test_a_local_is_broken_where_a_part_or_a_closure_assigns_it() -> None:
    broken = [made.apply(CODE) for made in bindings.mut_assigned(Syntax(CODE), Random(0))]
    assert [b"let meter" in broken[0], b"let count" in broken[1]] == [True, True] and len(broken) == 2
