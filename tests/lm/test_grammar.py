"""What the grammar admits is an answer, and every answer is admitted, however a tokenizer cuts it."""

import random
import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sleepy_coder.lm.answer import ABOVE, AND, LINES, MARKS, MOST_EDITS, TEXT, parse_answer, render_answer
from sleepy_coder.lm.grammar import Grammar, GrammarState
from sleepy_coder.lm.prompt import Excerpt, excerpt
from sleepy_coder.rust.source import SourceTree

LINES_OF_CODE = ["let é = v[i];", "", "\tfoo(x, x)", "  ", "a.b.c", "}", "x"]
SOURCE = st.lists(st.sampled_from(LINES_OF_CODE), min_size=1, max_size=8)


@pytest.fixture(scope="session")
def shown(error: Callable[..., Any]) -> Callable[[SourceTree], Excerpt]:
    return lambda tree: excerpt(error(tree, [line for line in (5, 1) if line <= len(tree.lines("main.rs"))]))


def whole_marks(answer: str) -> list[bytes]:
    """Every mark in one piece, all else byte by byte."""
    pieces = re.split(f"({'|'.join(map(re.escape, MARKS))})", answer)
    return [p for piece in pieces for p in ([piece.encode()] if piece in MARKS else _bytes(piece))]


def _bytes(text: str) -> list[bytes]:
    return [bytes([byte]) for byte in text.encode()]


def admitted(state: GrammarState, pieces: Iterable[bytes]) -> bool:
    for piece in pieces:
        allowed = state.allowed()
        if not (
            any(literal.startswith(piece) for literal in allowed.literals)
            or (allowed.may_join and AND.encode().startswith(piece))
            or (allowed.free and not piece.startswith(b"<|"))
        ):
            return False
        state.advance(piece)
    return state.allowed().may_end


@settings(deadline=None, max_examples=150)
@given(SOURCE, SOURCE)
def test_every_rendered_answer_is_admitted_with_marks_whole_and_in_pieces(
    shown: Callable[[SourceTree], Excerpt], old: list[str], new: list[str]
) -> None:
    before, after = (SourceTree({"main.rs": "\n".join([*lines, "}"]) + "\n"}) for lines in (old, new))
    answer = render_answer(before, after, shown(before))
    if answer is not None:
        assert admitted(GrammarState(Grammar(shown(before))), whole_marks(answer))
        assert admitted(GrammarState(Grammar(shown(before))), _bytes(answer))


def walk(state: GrammarState, rng: random.Random, *, most_edits: int) -> str:
    """One random answer, a whole literal or a bit of text at a time."""
    written = b""
    for _ in range(400):
        allowed = state.allowed()
        if allowed.free:
            if rng.random() < 0.4:
                if not allowed.may_join or state.edits >= most_edits or rng.random() < 0.5:
                    return written.decode()
                piece = AND.encode()
            else:
                piece = rng.choice(["x", "é", " ", "\n", "<", "|", "&mut ", "::"]).encode()
        else:
            literal = rng.choice(sorted(allowed.literals))
            piece = literal[: rng.randrange(1, len(literal) + 1)]
        state.advance(piece)
        written += piece
    raise AssertionError("the answer has no end")


@pytest.mark.parametrize("seed", range(60))
def test_what_one_edit_of_the_grammar_says_is_parsed_and_applied(
    shown: Callable[[SourceTree], Excerpt], seed: int
) -> None:
    rng = random.Random(seed)
    tree = SourceTree({"main.rs": "\n".join(rng.choices(LINES_OF_CODE, k=7)) + "\n}\n"})
    answer = walk(GrammarState(Grammar(shown(tree))), rng, most_edits=1)
    tree.apply(parse_answer(answer, shown(tree)))


def test_a_blank_line_offers_no_anchors_and_another_line_does(shown: Callable[[SourceTree], Excerpt]) -> None:
    grammar = Grammar(shown(SourceTree({"main.rs": "\n  \nx\n"})))
    above, lines = ABOVE.encode(), LINES.encode()
    assert grammar.operations(1) == grammar.operations(2) == {above, lines}
    assert grammar.operations(3) > {above, lines}


def test_only_lines_that_may_be_edited_are_offered_and_ranges_stop_at_the_others(
    shown: Callable[[SourceTree], Excerpt], error: Callable[..., Any]
) -> None:
    grammar = Grammar(shown(SourceTree({"main.rs": "a\nb\n\u202ec\nd\n"})))
    assert grammar.numbers == {b"1", b"2", b"4"}
    assert grammar.last_lines(1) == {b"1", b"2"}
    two = SourceTree({"main.rs": "a\n", "other.rs": "b\n"})
    assert Grammar(excerpt(error(two, [1, ("other.rs", 1)]))).last_lines(1) == {b"1"}


def test_an_anchor_may_be_a_prefix_of_another_anchor(shown: Callable[[SourceTree], Excerpt]) -> None:
    state = GrammarState(Grammar(shown(SourceTree({"main.rs": "foo(x)\n"}))))
    for piece in (b"1", b"<|after|>", b"foo"):
        state.advance(piece)
    assert {TEXT.encode(), b"(", b"(x", b"(x)"} <= state.allowed().literals


def test_after_the_last_edit_no_other_may_begin(shown: Callable[[SourceTree], Excerpt]) -> None:
    state = GrammarState(Grammar(shown(SourceTree({"main.rs": "x\n"}))))
    for edit in range(MOST_EDITS):
        assert edit == 0 or state.allowed().may_join
        if edit:
            state.advance(AND.encode())
        state.advance(b"1" + ABOVE.encode())
    assert state.allowed().may_end and not state.allowed().may_join
