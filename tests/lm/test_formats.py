"""Each answer format says what was asked, is parsed to just that, and is what its grammar admits."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sleepy_coder.lm.answer import AnswerUnparseable
from sleepy_coder.lm.formats import FORMATS
from sleepy_coder.lm.grammar import GrammarState
from sleepy_coder.lm.prompt import Excerpt, excerpt
from sleepy_coder.rust.source import SourceTree

PARTS = ["let", "mut", "x", "x", "é", "'a", "&", "*", ".", "(", ")", ";", "\t", " ", "  "]
LINE = st.lists(st.sampled_from(PARTS), max_size=9).map("".join)
FILE = st.lists(LINE, min_size=1, max_size=6)


@pytest.fixture(scope="session")
def shown(error: Callable[..., Any]) -> Callable[[SourceTree], Excerpt]:
    return lambda tree: excerpt(error(tree, [line for line in (5, 1) if line <= len(tree.lines("main.rs"))]))


def admitted(state: GrammarState, pieces: Iterable[bytes]) -> bool:
    for piece in pieces:
        allowed = state.allowed()
        ways = (any(literal.startswith(piece) for literal in allowed.literals), allowed.free, allowed.may_join)
        if not any(ways):
            return False
        state.advance(piece)
    return state.allowed().may_end


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=150)
@given(FILE, st.integers(0, 5), LINE.filter(str.strip))
def test_a_changed_line_is_said_in_every_format_and_admitted_by_its_grammar(
    shown: Callable[[SourceTree], Excerpt], name: str, old: list[str], index: int, line: str
) -> None:
    index %= len(old)
    before = SourceTree({"main.rs": "\n".join([*old, "}"]) + "\n"})
    after = SourceTree({"main.rs": "\n".join([*old[:index], line, *old[index + 1 :], "}"]) + "\n"})
    if before == after:
        return
    one, lines = FORMATS[name], shown(before)
    answer = one.render(before, after, lines)
    assert answer is not None
    assert before.apply(one.parse(answer, lines)) == after
    assert admitted(GrammarState(one.grammar(lines)), (bytes([byte]) for byte in answer.encode()))


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("lines", "1<|lines|>1<|text|>let y = v[i as usize] + v[i];"),
        ("anchors", "1<|before|>] +<|text|> as usize"),
        ("tokens", "1<|before|>7<|text|> as usize"),
    ],
)
def test_the_formats_name_the_same_place_each_in_its_way(
    shown: Callable[[SourceTree], Excerpt], name: str, answer: str
) -> None:
    before, after = (
        SourceTree({"main.rs": f"{line}\n"}) for line in ("let y = v[i] + v[i];", "let y = v[i as usize] + v[i];")
    )
    said = FORMATS[name].render(before, after, shown(before))
    assert said is not None and before.apply(FORMATS[name].parse(said, shown(before))) == after
    assert before.apply(FORMATS[name].parse(answer, shown(before))) == after


@pytest.mark.parametrize("place", ["0", "01", "9", "2-1", "1-40", "x", "", "1-"])
def test_an_ordinal_that_names_nothing_is_no_answer(shown: Callable[[SourceTree], Excerpt], place: str) -> None:
    lines = shown(SourceTree({"main.rs": "foo(x, y)\n"}))
    with pytest.raises(AnswerUnparseable):
        FORMATS["tokens"].parse(f"1<|replace|>{place}<|text|>z", lines)


def test_whole_lines_name_no_place_within_a_line(shown: Callable[[SourceTree], Excerpt]) -> None:
    lines = shown(SourceTree({"main.rs": "foo(x, y)\n"}))
    with pytest.raises(AnswerUnparseable):
        FORMATS["lines"].parse("1<|replace|>x<|text|>z", lines)
    assert FORMATS["lines"].grammar(lines).operations(1) == {b"<|above|>", b"<|lines|>"}
