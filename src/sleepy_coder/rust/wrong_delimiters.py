"""A closer that is there, but of another kind than its opener.

Where every closer is taken to close what was opened last, of whatever kind, and nothing is left open in the end, none
is missing and none too many. Which one of a pair was meant the grammar and the compiler tell.
"""

from collections.abc import Iterator, Sequence

from sleepy_coder.rust.tokens import CLOSER, OPENER, Token


def exchanged(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """The pairs of two kinds made of one: what is done, the line and its new text."""
    for before, opener, closer in _of_two_kinds(tokens):
        yield _written(closer, CLOSER[opener.text], lines)
        if before != "!":  # a macro takes any kind, so that its closer is what was mistyped
            yield _written(opener, OPENER[closer.text], lines)


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


def _written(token: Token, text: str, lines: Sequence[str]) -> tuple[str, int, str]:
    line = lines[token.line - 1]
    new = line[: token.column] + text + line[token.column + 1 :]
    return f"write `{text}` instead of `{token.text}`", token.line, new
