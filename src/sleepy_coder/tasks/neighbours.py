"""The training repair that is most like what an error needs, and that repair copied: what a model must at least beat.

A repair is kept as what it does to the tokens around the flagged span: so many taken away, these put there, at this
distance from where the span starts or ends. Names that the diagnostic mentions are translated by their place in it, as
a person does who copies a fix. The nearest repair is one of the same signature, then code, whose flagged line reads
alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.opcodes import opcodes
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.likeness import normalised

_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTED = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[A-Za-z_]\w*")
MOST_CHANGES = 3
MOST_LIKE = 12  # repairs of one kind that are compared; more of the same say the same


class _Change(NamedTuple):
    """`removed` tokens go and `added` text comes, `offset` tokens after the span's start, or end."""

    at_end: bool
    offset: int
    removed: int
    added: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One training repair. `text` says it in words for a prompt."""

    key: str
    code: str | None
    names: tuple[str, ...]
    line: frozenset[tuple[str, ...]]
    changes: tuple[_Change, ...]
    text: str

    def copied(self, tree: SourceTree, error: Diagnostic) -> SourceTree | None:
        """The same done to another program; None where it does not fit."""
        span = error.primary
        if span is None or span.file not in tree.files:
            return None
        source = tree.files[span.file]
        tokens = list(_TOKEN.finditer(source))
        start, end = _places(tokens, _offset(source, span.byte_start), _offset(source, span.byte_end))
        translate = dict(zip(self.names, _names(error), strict=False))
        for change in reversed(self.changes):
            at = (end if change.at_end else start) + change.offset
            if not 0 <= at <= at + change.removed <= len(tokens):
                return None
            first = tokens[at].start() if at < len(tokens) else len(source)
            last = tokens[at + change.removed - 1].end() if change.removed else first
            added = _WORD.sub(lambda word: translate.get(word[0], word[0]), change.added)
            glued = added + " " if added[-1:].isalnum() and source[last : last + 1].isalnum() else added
            source = source[:first] + glued + source[last:]
        return tree.with_files({span.file: source})


class Neighbours:
    """Training repairs to copy from."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._by_key: defaultdict[str, list[Neighbour]] = defaultdict(list)
        self._by_code: defaultdict[str | None, list[Neighbour]] = defaultdict(list)
        for pair in pairs:
            self.add(pair)

    def add(self, pair: Pair) -> Neighbour | None:
        """What is kept of a repair; None if it is too long to copy."""
        found = _neighbour(pair)
        if found is not None and len(self._by_key[found.key]) < MOST_LIKE:
            self._by_key[found.key].append(found)
            self._by_code[found.code].append(found)
        return found

    def nearest(self, tree: SourceTree, error: Diagnostic) -> Neighbour | None:
        """None where no repair of that code is known."""
        known = self._by_key.get(signature(error).key) or self._by_code.get(error.code) or ()
        line = _line(tree, error)
        return max(known, key=lambda one: len(one.line & line) / max(len(one.line | line), 1), default=None)


def _neighbour(pair: Pair) -> Neighbour | None:
    error, span = pair.diagnostic, pair.diagnostic.primary
    if span is None or span.file not in pair.broken.files:
        return None
    before, after = pair.broken.files[span.file], pair.green.files[span.file]
    old, new = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    start, end = _places(old, _offset(before, span.byte_start), _offset(before, span.byte_end))
    changes = []
    for tag, i1, i2, j1, j2 in opcodes([t[0] for t in old], [t[0] for t in new]):
        if tag != "equal":
            added = after[new[j1].start() : new[j2 - 1].end()] if j2 > j1 else ""
            at_end = i1 >= end
            changes.append(_Change(at_end, i1 - (end if at_end else start), i2 - i1, added))
    if not 0 < len(changes) <= MOST_CHANGES:
        return None
    lines = [text.split("\n") for text in (before, after)]
    same = next((n for n, (a, b) in enumerate(zip(*lines, strict=False)) if a != b), 0)
    text = " => ".join(one[same].strip() if same < len(one) else "" for one in lines)
    key = signature(error).key
    return Neighbour(key, error.code, _names(error), _line(pair.broken, error), tuple(changes), text)


def _offset(source: str, byte: int) -> int:
    return len(source.encode()[:byte].decode(errors="ignore"))


def _places(tokens: Sequence[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    """The first token of a span, and the first behind it."""
    first = next((n for n, token in enumerate(tokens) if token.end() > start), len(tokens))
    return first, next((n for n, token in enumerate(tokens) if token.start() >= end), len(tokens))


def _names(error: Diagnostic) -> tuple[str, ...]:
    """The words that the diagnostic quotes, in its order, and those under its span."""
    texts = [error.message, *(span.label or "" for span in error.spans), *(child.message for child in error.children)]
    quoted = [word for text in texts for part in _QUOTED.findall(text) for word in _WORD.findall(part)]
    under = _WORD.findall(error.primary.text) if error.primary is not None else []
    helped = [word for one in error.children for span in one.spans for word in _WORD.findall(span.replacement or "")]
    return (*quoted, *under, *helped)


def _line(tree: SourceTree, error: Diagnostic) -> frozenset[tuple[str, ...]]:
    """Pairs of tokens of the flagged line, names taken out."""
    span = error.primary
    if span is None or span.file not in tree.files:
        return frozenset()
    lines = tree.lines(span.file)
    tokens = normalised(lines[span.line_start - 1]) if span.line_start <= len(lines) else ()
    return frozenset(pairwise(tokens))
