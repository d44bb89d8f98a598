"""A closer that is there, but of another kind than its opener.

Where every closer is taken to close what was opened last, of whatever kind, and nothing is left open in the end, none
is missing and none too many. Which one of a pair was meant the grammar and the compiler tell.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sleepy_coder.rust.tokens import CLOSER, OPENER, Token


class Exchange(NamedTuple):
    """The lines from `first` on as they may have been."""

    message: str
    first: int
    new: tuple[str, ...]


def exchanged(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Exchange]:
    """The pairs of two kinds made of one: of several all closers together, then each pair alone."""
    pairs = _of_two_kinds(tokens)
    if len(pairs) > 1:
        first, last = (number(closer.line for _, _, closer in pairs) for number in (min, max))
        new = list(lines)
        for _, opener, closer in pairs:
            new[closer.line - 1] = _written(closer, CLOSER[opener.text], new)
        yield Exchange("write the closers that fit", first, tuple(new[first - 1 : last]))
    for before, opener, closer in pairs:
        yield _alone(closer, CLOSER[opener.text], lines)
        if before != "!":  # a macro takes any kind, so that its closer is what was mistyped
            yield _alone(opener, OPENER[closer.text], lines)


def _of_two_kinds(tokens: Sequence[Token]) -> Sequence[tuple[str, Token, Token]]:
    """What stands before each pair, and the pair."""
    open_: list[tuple[str, Token]] = []
    found = []
    for number, token in enumerate(tokens):
        if token.text in CLOSER:
            open_.append((tokens[number - 1].text if number else "", token))
        elif token.text in OPENER:
            if not open_:
                return ()
            before, opener = open_.pop()
            if CLOSER[opener.text] != token.text:
                found.append((before, opener, token))
    return () if open_ else found


def _alone(token: Token, text: str, lines: Sequence[str]) -> Exchange:
    return Exchange(f"write `{text}` instead of `{token.text}`", token.line, (_written(token, text, lines),))


def _written(token: Token, text: str, lines: Sequence[str]) -> str:
    line = lines[token.line - 1]
    return line[: token.column] + text + line[token.column + 1 :]
