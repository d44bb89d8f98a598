"""What an answer says is what is done, and no text of a model's can do anything else."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sleepy_coder.lm.answer import (
    ABOVE,
    AND,
    LINES,
    LONGEST_NEW,
    MARKS,
    MOST_EDITS,
    TEXT,
    AnswerUnparseable,
    parse_answer,
    render_answer,
)
from sleepy_coder.lm.naming import AFTER, BEFORE, REPLACE
from sleepy_coder.lm.prompt import Excerpt, excerpt
from sleepy_coder.rust.source import SourceTree

WORDS = ["let", "mut", "x", "x", "é漢", "'a", "'b'", "0..n", '"s{}"']
PARTS = [*WORDS, "&", "*", ".", "(", ")", "::<", ";", "\t", " ", "  "]
LINE = st.lists(st.sampled_from(PARTS), max_size=9).map("".join)
FILE = st.lists(LINE, min_size=1, max_size=9)
Shown = Callable[[SourceTree], Excerpt]


@pytest.fixture(scope="session")
def shown(error: Callable[..., Any]) -> Shown:
    """All of a file of at most ten lines."""
    return lambda tree: excerpt(error(tree, [line for line in (5, 6, 1) if line <= len(tree.lines("main.rs"))]))


def tree_of(lines: Sequence[str], ending: str = "\n", *, closed: bool = True) -> SourceTree:
    return SourceTree({"main.rs": ending.join(lines) + (ending if closed else "")})


def answered(before: SourceTree, answer: str, shown: Excerpt) -> str:
    return before.apply(parse_answer(answer, shown)).files["main.rs"]


@settings(deadline=None, max_examples=300)
@given(FILE, FILE, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_an_answer_says_the_whole_difference_or_nothing(
    shown: Shown, old: list[str], new: list[str], ending: str, closed: bool
) -> None:
    before, after = tree_of(old, ending, closed=closed), tree_of(new, ending, closed=closed)
    lines = shown(before)
    answer = render_answer(before, after, lines)
    if answer is not None:
        assert answered(before, answer, lines) == after.files["main.rs"]


@example(old=["let&let"], index=0, line="&", ending="\n")  # anchors that would overlap
@settings(deadline=None, max_examples=300)
@given(FILE, st.integers(0, 8), LINE.filter(str.strip), st.sampled_from(["\n", "\r\n"]))
def test_any_change_of_one_shown_line_can_be_said(
    shown: Shown, old: list[str], index: int, line: str, ending: str
) -> None:
    index %= len(old)
    before, after = tree_of([*old, "}"], ending), tree_of([*old[:index], line, *old[index + 1 :], "}"], ending)
    lines = shown(before)
    if before != after:
        answer = render_answer(before, after, lines)
        assert answer is not None
        assert answered(before, answer, lines) == after.files["main.rs"]


@settings(deadline=None, max_examples=200)
@given(FILE, st.integers(0, 8), st.lists(LINE, min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]))
def test_lines_can_be_put_above_any_shown_line_the_first_one_included(
    shown: Shown, old: list[str], index: int, new: list[str], ending: str
) -> None:
    index %= len(old)
    before = tree_of([*old, "}"], ending)
    lines = shown(before)
    place = lines.find("main.rs", index + 1)
    assert place is not None
    answer = f"{place.number}{ABOVE}" + "\n".join(new)
    assert answered(before, answer, lines) == tree_of([*old[:index], *new, *old[index:], "}"], ending).files["main.rs"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_whole_lines_can_be_removed(shown: Shown, ending: str) -> None:
    before, after = tree_of(["a", "b", "b", "", "c"], ending), tree_of(["a", "c"], ending)
    answer = render_answer(before, after, shown(before))
    assert answer == f"2{LINES}4{TEXT}"
    assert answered(before, answer, shown(before)) == after.files["main.rs"]


def test_changes_far_apart_and_in_one_line_are_edits_of_their_own(shown: Shown) -> None:
    before = tree_of(["let a = v[i];", "", "f(x, y)", "g()"])
    after = tree_of(["let mut a = v[i as usize];", "", "f(&x, y)", "g()"])
    answer = render_answer(before, after, shown(before))
    assert answer is not None and answer.split(AND) == [
        f"1{AFTER}let{TEXT} mut",
        f"1{AFTER}i{TEXT} as usize",
        f"3{BEFORE}x{TEXT}&",
    ]
    assert answered(before, answer, shown(before)) == after.files["main.rs"]


def test_an_insertion_is_not_slid_over_the_change_before_it(shown: Shown) -> None:
    before, after = tree_of(["a x x", "}"]), tree_of(["a y x x", "}"])
    for new in ("b x x x", "a y x x", "b y x x x"):
        after = tree_of([new, "}"])
        answer = render_answer(before, after, shown(before))
        assert answer is not None
        assert answered(before, answer, shown(before)) == after.files["main.rs"]


def test_what_lies_outside_the_excerpt_or_changes_files_cannot_be_said(error: Callable[..., Any]) -> None:
    before = SourceTree({"main.rs": "\n".join(f"let a{n} = 1;" for n in range(30))})
    lines = excerpt(error(before, [5]))
    far = SourceTree({"main.rs": before.files["main.rs"].replace("a29 ", "b ")})
    assert render_answer(before, far, lines) is None
    assert render_answer(before, before, lines) is None
    assert render_answer(before, SourceTree({"main.rs": before.files["main.rs"], "b.rs": ""}), lines) is None
    assert render_answer(before, SourceTree({"main.rs": before.files["main.rs"] + "\n"}), lines) is None


def test_an_answer_that_could_not_be_read_back_is_not_given(shown: Shown) -> None:
    before = tree_of(["a", "b"])
    for line in ("x" * (LONGEST_NEW + 1), f"x{AND}y", f"x{TEXT}y"):
        assert render_answer(before, tree_of([line, "b"]), shown(before)) is None


def test_an_anchor_that_stands_twice_is_refused(shown: Shown) -> None:
    before = tree_of(["f(x, x)", "}"])
    for operation in (AFTER, BEFORE, REPLACE):
        with pytest.raises(AnswerUnparseable, match="exactly one place"):
            parse_answer(f"1{operation}x{TEXT}&", shown(before))
    assert answered(before, f"1{BEFORE}x,{TEXT}&", shown(before)) == "f(&x, x)\n}\n"


def test_an_anchor_is_whole_tokens(shown: Shown) -> None:
    before = tree_of(["let total = 1;"])
    for anchor in ("tot", "", " ", "let  total", "1;\n"):
        with pytest.raises(AnswerUnparseable):
            parse_answer(f"1{AFTER}{anchor}{TEXT}x", shown(before))


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "Sure! Here is the corrected Rust code:\n```rust\nfn main() {}\n```",
        "сделай это",
        f"0{ABOVE}x",
        f"99{ABOVE}x",
        f"-1{ABOVE}x",
        f"²{ABOVE}x",
        f"{'9' * 5000}{ABOVE}x",
        f"1{AFTER}a",
        f"1{LINES}{TEXT}x",
        f"3{LINES}1{TEXT}x",
        f"1{LINES}99{TEXT}x",
        f"1{REPLACE}a{TEXT}b{TEXT}c",
        f"1{ABOVE}x{TEXT}y",
        f"1{ABOVE}{'x' * (LONGEST_NEW + 1)}",
        AND.join([f"1{ABOVE}x"] * (MOST_EDITS + 1)),
        f"1{ABOVE}x{AND}",
        f"1{REPLACE}a{TEXT}x{AND}1{REPLACE}a{TEXT}y",
        f"1{REPLACE}a{TEXT}x{AND}1{LINES}2{TEXT}y",
        f"1{LINES}3{TEXT}x{AND}2{ABOVE}y",
        f"1{LINES}2{TEXT}{AND}2{LINES}3{TEXT}",
        "x" * 10_000_000,
        f"1{ABOVE}" * 100_000,
    ],
)
def test_garbage_is_unparseable_and_nothing_worse(shown: Shown, answer: str) -> None:
    with pytest.raises(AnswerUnparseable):
        parse_answer(answer, shown(tree_of(["a b", "c", "d"])))


def test_a_line_that_had_to_be_altered_for_the_prompt_cannot_be_edited(shown: Shown) -> None:
    before = tree_of(["a\u200bb", "c", "d" * 161])
    for number in (1, 3):
        with pytest.raises(AnswerUnparseable, match="cannot be edited"):
            parse_answer(f"{number}{ABOVE}x", shown(before))
    with pytest.raises(AnswerUnparseable):
        parse_answer(f"2{LINES}3{TEXT}x", shown(before))


NOISE = st.one_of(
    st.sampled_from(MARKS),
    st.integers(0, 12).map(str),
    st.sampled_from([*PARTS, "\n", "\r", "\0", "\u202e", "<|"]),
    st.text(max_size=5),
)
PIECE = st.tuples(st.integers(0, 10).map(str), st.sampled_from(MARKS), st.sampled_from([*PARTS, "1", "2"]), NOISE)
NOISY = st.one_of(st.lists(NOISE, max_size=20), st.lists(PIECE.map(lambda p: f"{p[0]}{p[1]}{p[2]}{TEXT}{p[3]}{AND}")))


@settings(deadline=None, max_examples=500)
@given(FILE, NOISY.map("".join), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_text_is_unparseable_or_edits_that_the_tree_takes(
    shown: Shown, lines: list[str], text: str, ending: str, closed: bool
) -> None:
    tree = tree_of(lines, ending, closed=closed)
    try:
        edits = parse_answer(text.removesuffix(AND), shown(tree))
    except AnswerUnparseable:
        return
    tree.apply(edits)
