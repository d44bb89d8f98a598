from collections.abc import Callable
from random import Random

import pytest

from sleepy_coder.breaker.operators import borrows, moves, outlives, removals
from sleepy_coder.breaker.syntax import Break, Syntax


def _broken(sites: Callable[[Syntax, Random], list[Break]], body: str) -> list[str]:
    source = f"fn f() {{ {body} }}"
    made = [one.apply(source.encode()).decode() for one in sites(Syntax(source.encode()), Random(0))]
    return [text.removeprefix("fn f() { ").removesuffix(" }") for text in made]


def test_a_borrow_comes_early_only_where_the_last_one_took_from_the_same() -> None:
    body = "let a = bank.at(1); a.pay(); let b = {}.at(2); b.pay();"
    early = "let a = bank.at(1); let b = bank.at(2); a.pay(); b.pay();"
    assert _broken(borrows.second_mutable, body.replace("{}", "bank")) == [early]
    assert _broken(borrows.second_mutable, body.replace("{}", "shop")) == []


def test_an_owner_that_is_named_again_is_not_folded_away() -> None:
    body = "let s = make(); let t = s.trim(); {}(t);"
    assert _broken(borrows.temporary, body.replace("{}", "show")) == ["let t = make().trim(); show(t);"]
    assert _broken(borrows.temporary, body.replace("{}", "s.show")) == []


@pytest.mark.parametrize("value", ["7", 'String::from("seed")', "start"])
def test_a_first_value_that_nobody_could_guess_stays(value: str) -> None:
    assert _broken(borrows.initialiser, f"let mut total = {value};") == []
    assert _broken(borrows.initialiser, "let mut total: u8 = 0;") == ["let mut total: u8;"]


@pytest.mark.parametrize(
    ("held", "taken"),
    [
        ("match &self.kind { _ => 1 }", "match self.kind { _ => 1 }"),
        ("if let A(x) = &self.kind { x }", "if let A(x) = self.kind { x }"),
        ("let A(x) = &self.kind;", "let A(x) = self.kind;"),
    ],
)
def test_what_a_pattern_is_held_against_belongs_to_one_operator(held: str, taken: str) -> None:
    assert _broken(moves.matched_borrow, held) == [taken]
    assert _broken(removals.borrow, held) == []
    plain = "let x = &self.kind;"
    assert _broken(moves.matched_borrow, plain) == [] and _broken(removals.borrow, plain) == ["let x = self.kind;"]


def test_a_value_moves_into_the_next_scope_whole() -> None:
    assert _broken(outlives.inner_scope, "let a = f(); if c { g(&a); }") == ["if c {\n    let a = f(); g(&a); }"]
    assert _broken(outlives.inner_scope, "let a = f(); h(); if c { g(&a); }") == []
