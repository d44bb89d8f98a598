"""Where a brace, parenthesis or bracket is missing, one too many or of the wrong kind.

rustc's lexer takes delimiters in turn, so that it reports one that is missing where the next one does not fit, often at
the end of the file. Where it was meant to stand the indentation tells, as formatted code closes a block in the column
in which it was opened; within a line every place is tried. Behind most of them there is no program: offered are those
behind which the file has the fewest errors of syntax.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from sleepy_coder.repairs.syntax.wrong_delimiters import exchanged
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import parse
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.tokens import CLOSER, OPENER, Token, tokens_of

MOST_PLACES = 96
"""Of what the indentation tells, and within lines; each costs a parse of the file, or three."""

MOST_OFFERS = 20
"""That rustc may have to check."""

MOST_DEPTH = 64
"""How far up a closer looks for its opener."""

_MESSAGE = re.compile(r"contains an unclosed delimiter|(?:mismatched|unexpected) closing delimiter")
# How tokens begin behind which an expression or a type may end, what may come next, and before what space may go.
_ENDING = re.compile(r"""[\w"'()\[\]}?>]""")
_AFTER = re.compile(r"[,;.?)\]}>]|\s|$")
_INNER = re.compile(r"\s+[,;.?)\]}>]")
# Tokens behind which an opener may have stood, and ends of lines that only seem to end in one: `=>`, `->`, `:`.
_BEFORE = {
    "(": re.compile(r"(?!(?:as|break|dyn|else|for|if|impl|in|let|match|move|mut|ref|return|while)$)(?:\w|[!>]$)"),
    "[": re.compile(r"\w|[!&=(]$"),
    "{": re.compile(r"\w|[>):]$"),
}
_APART = re.compile(r"(?:(?<!:):|[-=]>)$")


class _Gap(NamedTuple):
    """Delimiters that are not closed where they should be: opened on one line, missing before the end of another."""

    opened: tuple[Token, ...]
    before: Token | None  # None: the end of the file

    @property
    def last_line(self) -> int | None:
        """The last line on which they may be closed; None: the last of the file."""
        return None if self.before is None else self.before.line - self.before.leads


class _Change(NamedTuple):
    """Lines `first` to `last` replaced; `last == first - 1` where lines are put in."""

    message: str
    first: int
    last: int
    new: tuple[str, ...]


def about_delimiters(error: Diagnostic) -> bool:
    """Whether a delimiter is missing, one too many or of the wrong kind; rustc gives such errors no code."""
    return error.code is None and _MESSAGE.search(error.message) is not None


def balanced(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The delimiter put in, taken out or written another way, fewest errors of syntax first."""
    if not about_delimiters(error):
        return
    lines = tuple(tree.lines(span.file))
    for message, first, last, new in _offers(lines):
        yield message, Edit(span.file, first, last, "\n".join(lines[first - 1 : last]), "\n".join(new))


def suspected(tree: SourceTree, file: str) -> Iterator[int]:
    """The lines in which a delimiter may be missing or one too many, or before which a line with one may be missing."""
    for change in _offers(tuple(tree.lines(file))):
        yield from range(change.first, max(change.first, change.last) + 1)


@lru_cache(maxsize=16)
def _offers(lines: tuple[str, ...]) -> tuple[_Change, ...]:
    before = _faults(lines)
    judged: list[tuple[int, _Change]] = []
    seen: set[tuple[str, ...]] = set()
    for places in _changes(lines):
        for ways in islice(places, MOST_PLACES):
            best: tuple[int, _Change] | None = None
            for change in ways:
                after = (*lines[: change.first - 1], *change.new, *lines[change.last :])
                faults = before if after in seen else _faults(after)
                seen.add(after)
                if faults < (before if best is None else best[0]):
                    best = faults, change
            judged += [best] if best is not None else []
        if any(faults == 0 for faults, _ in judged):
            judged = [one for one in judged if one[0] == 0]
            break
    return tuple(change for _, change in sorted(judged, key=lambda one: one[0])[:MOST_OFFERS])


def _faults(lines: Sequence[str]) -> int:
    """How many places of the file the grammar does not fit."""
    found, open_ = 0, [parse("\n".join(lines))]
    while open_:
        node = open_.pop()
        if node.has_error:
            found += node.is_error or node.is_missing
            open_ += node.children
    return found


def _changes(lines: Sequence[str]) -> Iterator[Iterator[tuple[_Change, ...]]]:
    """What may be written another way, then what may be put in or taken out: what the indentation tells, then within
    lines. For each place the ways to do it, the likelier first.
    """
    tokens = list(tokens_of(lines))
    yield ((_Change(message, first, first + len(new) - 1, new),) for message, first, new in exchanged(tokens, lines))
    gaps, strays = _unbalanced(tokens)
    ends = {token.line: token for token in tokens}
    yield chain(
        (tuple(_closed_by_line(gap, lines)) for gap in gaps if ends[gap.opened[-1].line] == gap.opened[-1]),
        (tuple(_opened(stray, tokens, lines)) for stray in strays),
        (tuple(_without_line(stray, lines)) for stray in strays),
    )
    closed = (change for gap in gaps for change in _closed_within_line(gap, tokens, lines))
    taken_out = (change for stray in strays for change in _taken_out(stray, tokens, lines))
    opened = (change for stray in strays for change in _opened_within_line(stray, tokens, lines))
    yield ((change,) for change in chain(closed, taken_out, opened))


def _unbalanced(tokens: Sequence[Token]) -> tuple[list[_Gap], list[Token]]:
    """What is not closed where the indentation wants it closed, and closers that close nothing that stands above."""
    gaps: list[_Gap] = []
    strays: list[Token] = []
    stack: list[Token] = []

    def drop(down_to: int, before: Token | None) -> None:
        while len(stack) > down_to:
            line = stack[-1].line
            together = [one for one in stack[down_to:] if one.line == line]
            gaps.append(_Gap(tuple(together), before))
            del stack[-len(together) :]

    for token in tokens:
        if token.text in OPENER:
            innermost = range(max(0, len(stack) - MOST_DEPTH), len(stack))
            fits = [depth for depth in innermost if CLOSER[stack[depth].text] == token.text]
            aligned = [depth for depth in fits if token.leads and stack[depth].indent == token.indent]
            if not fits:
                strays.append(token)
                continue
            depth = aligned[-1] if aligned else fits[-1]
            opener = stack[depth]
            if not aligned and (token.leads or (opener.line < token.line and opener.indent != token.indent)):
                strays.append(token)
            drop(depth + 1, token)
            stack.pop()
            continue
        if token.leads:
            depth = len(stack)
            indent = token.indent - (token.text == "else")  # there a brace alone was taken, not the space behind it
            while depth and stack[depth - 1].indent >= indent and stack[depth - 1].line < token.line:
                depth -= 1
            drop(depth, token)
        if token.text in CLOSER:
            stack.append(token)
    drop(0, None)
    return gaps, strays


def _closed_by_line(gap: _Gap, lines: Sequence[str]) -> Iterator[_Change]:
    """All closers on a line of their own, as behind a block; where `else` or, in the same column, another closer or a
    mark comes next, on its line."""
    opener, before, message = gap.opened[0], gap.before, "close the block here"
    closers = "".join(CLOSER[one.text] for one in reversed(gap.opened))
    indent = lines[opener.line - 1][: opener.indent]
    if before is not None and before.leads:
        rest = lines[before.line - 1].lstrip()
        if before.text == "else":
            yield _Change(message, before.line, before.line, (f"{indent}{closers} {rest}",))
            return
        if before.text in (*OPENER, ",", ";", ".", "?") and before.indent == opener.indent:
            yield _Change(message, before.line, before.line, (f"{indent}{closers}{rest}",))
            return
    last = gap.last_line or len(lines)
    while last > opener.line and _between_items(lines[last - 1], opener.indent):
        last -= 1
    if last == opener.line and closers != "}":
        yield _Change(message, last, last, (lines[last - 1] + closers,))
    for ending in ("", ";", ","):
        yield _Change(message, last + 1, last, (f"{indent}{closers}{ending}",))


def _between_items(line: str, indent: int) -> bool:
    """Whether a line may stand between a block and what comes next: blank, or a comment on that."""
    text = line.lstrip()
    return not text or (text.startswith("//") and len(line) - len(text) <= indent)


def _closed_within_line(gap: _Gap, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[_Change]:
    """The innermost closer behind any word of the line that opens it, or of the last line, from the end."""
    opener = gap.opened[-1]
    last = gap.last_line or len(lines)
    for number in dict.fromkeys((opener.line, last)):
        line = lines[number - 1]
        here = [one for one in tokens if one.line == number and one[1:3] >= opener[1:3] and "\n" not in one.text]
        ends = [one.column + len(one.text) for one in here if _ENDING.match(one.text)]
        for end in reversed([end for end in ends if _AFTER.match(line, end)]):
            closer, rest = CLOSER[opener.text], line[end:]
            if closer == "}":
                text = f"{line[:end]} }}{rest.lstrip() if _INNER.match(rest) else rest}"
            else:
                text = line[:end] + closer + rest
            yield _Change(f"put the missing `{closer}` here", number, number, (text,))


def _opened(stray: Token, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[_Change]:
    """The brace that a block's first line lacks: the last line above in the column of the brace that closes it."""
    if stray.text != "}" or not stray.leads:
        return
    above = [token for token in tokens if token.leads and token.line < stray.line and token.indent <= stray.indent]
    if above and above[-1].indent == stray.indent and above[-1].line < stray.line - 1:
        number = above[-1].line
        line = lines[number - 1].rstrip()
        if not line.endswith((*CLOSER, "}", ";", ",")):
            yield _Change("open the block here", number, number, (f"{line} {{",))


def _without_line(stray: Token, lines: Sequence[str]) -> Iterator[_Change]:
    """Without the closer's line, where it stands alone."""
    if stray.line > 1 and lines[stray.line - 1].strip() == stray.text:
        yield _Change(f"take out the `{stray.text}`", stray.line - 1, stray.line, (lines[stray.line - 2],))


def _taken_out(stray: Token, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[_Change]:
    """Without this closer or another of its line."""
    line, message = lines[stray.line - 1], f"take out the `{stray.text}`"
    if line.strip() != stray.text:
        for token in reversed([one for one in tokens if (one.line, one.text) == (stray.line, stray.text)]):
            text = line[: token.column] + line[token.column + 1 :]
            yield _Change(message, stray.line, stray.line, (text.rstrip(),))


def _opened_within_line(stray: Token, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[_Change]:
    """The opener behind any word of the closer's line, as of a literal or a call."""
    line, opener = lines[stray.line - 1], OPENER[stray.text]
    for token in tokens:
        end = token.column + len(token.text)
        if token.line != stray.line or end > stray.column or not _BEFORE[opener].match(token.text):
            continue
        if not line.startswith(opener, end) and not _APART.search(line[:end]):
            space = " " if opener == "{" and token.text != ":" else ""
            text = f"{line[:end]}{space}{opener}{space}{line[end:].lstrip()}"
            yield _Change(f"put the missing `{opener}` here", stray.line, stray.line, (text,))
