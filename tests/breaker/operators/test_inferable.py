"""Breaks are made only where what is left tells the repair."""

from random import Random

from sleepy_coder.breaker.operators import branches, items, parsing, patterns, results
from sleepy_coder.breaker.operators.table import Sites
from sleepy_coder.breaker.syntax import Syntax


def broken(sites: Sites, source: str) -> list[str]:
    return [made.apply(source.encode()).decode() for made in sites(Syntax(source.encode()), Random(0))]


def test_a_guard_is_added_only_to_an_arm_that_covers_what_the_guard_before_it_left() -> None:
    source = "fn f(n: u8) -> u8 { match n { x if x < 5 => 1, _ => 2 } }"
    assert broken(patterns.needless_guard, source) == [source.replace("_ =>", "x if x >= 5 =>")]
    for other in (source.replace("_ =>", "7 =>"), source.replace("x < 5", "odd(x)")):
        assert broken(patterns.needless_guard, other) == []


def test_an_else_goes_only_where_the_value_stands_elsewhere() -> None:
    assert len(broken(branches.missing_else, "fn f() { x = if c { y } else { x }; }")) == 1
    assert len(broken(branches.missing_else, "fn f() -> u8 { if a < b { b } else { a } }")) == 1
    assert broken(branches.missing_else, "fn f() -> u8 { if a < b { 7 } else { 9 } }") == []


def test_the_else_of_a_let_goes_only_where_it_says_nothing_of_its_own() -> None:
    assert len(broken(patterns.else_of_let, "fn f() { let Some(x) = y else { return; }; }")) == 1
    assert broken(patterns.else_of_let, "fn f() { let Some(x) = y else { return 7; }; }") == []


def test_an_error_is_no_longer_mapped_only_where_its_type_tells_how() -> None:
    assert len(broken(results.error_mapping, "fn f() { g().map_err(Wrong::Number)?; }")) == 1
    assert broken(results.error_mapping, 'fn f() { g().map_err(|_| "too bad")?; }') == []


def test_a_literal_becomes_a_call_in_the_order_in_which_the_fields_are_declared() -> None:
    source = "struct P { x: u8, y: u8 }\nfn f(y: u8) -> P { P { y, x: 1 } }\n"
    assert broken(items.struct_call, source) == [source.replace("P { y, x: 1 }", "P(1, y)")]
    assert broken(items.struct_call, source.replace("x: 1", "..p")) == []


def test_only_the_last_string_of_a_file_is_left_open() -> None:
    source = 'fn f() { g("a"); g("b"); }'
    assert broken(parsing.quote, source) == [source.replace('"b"', '"b')]
