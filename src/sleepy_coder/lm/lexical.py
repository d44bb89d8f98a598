"""A line of Rust as a run of lexical tokens, coarse enough for any text and exact to the character.

Words, lifetimes, runs of white space and single punctuation marks; joined again they are the line. Not a Rust lexer:
a string literal is words and marks like everything else, so that an edit can name a place inside it.
"""

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"'[^\W\d]\w*(?!')|\w+|\s+|[^\w\s]")

LONGEST_RUN = 10
"""Tokens in the longest anchor; a place that needs more context is named by whole lines instead."""


def tokens(text: str) -> tuple[str, ...]:
    """The lexical tokens of `text`; their concatenation is `text`."""
    return tuple(_TOKEN.findall(text))


def unique_runs(line: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Every run of at most `LONGEST_RUN` tokens that stands exactly once in `line`: text → (first, past last) token.

    Blank runs are left out: white space is no anchor.
    """
    counts: dict[tuple[str, ...], int] = {}
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    for first in range(len(line)):
        for past in range(first + 1, min(first + LONGEST_RUN, len(line)) + 1):
            run = tuple(line[first:past])
            counts[run] = counts.get(run, 0) + 1
            places[run] = (first, past)
    unique: dict[str, tuple[int, int]] = {}
    for run, place in places.items():
        text = "".join(run)
        if counts[run] == 1 and text.strip():
            unique.setdefault(text, place)
    return unique
