"""What an error speaks of: the words that it quotes, and the definitions that these name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.items import Item, definitions
from sleepy_coder.rust.source import SourceTree

_QUOTED = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_UNNAMED = ("mod", "use", "impl")
_HEADER_LINES = 4


class Place(NamedTuple):
    """A 1-based line of a file."""

    file: str
    line: int


def named(diagnostic: Diagnostic) -> frozenset[str]:
    """The names between backticks in message, labels, notes and helps."""
    texts = [diagnostic.message, *(span.label or "" for span in diagnostic.spans)]
    for child in diagnostic.children:
        texts += [child.message, *(span.label or "" for span in child.spans)]
    quoted = (name for text in texts for name in _QUOTED.findall(text))
    words = (word for name in quoted for word in _WORD.findall(name))
    return frozenset(word for word in words if word != "_")  # "expected `&_`" names nothing


def named_items(source: str, diagnostic: Diagnostic) -> Iterator[Item]:
    """The definitions in one file whose name the error quotes."""
    words = named(diagnostic)
    return (item for item in definitions(source) if item.name in words and item.kind not in _UNNAMED)


@lru_cache(maxsize=256)
def definition_lines(tree: SourceTree, diagnostic: Diagnostic) -> tuple[Place, ...]:
    """Where what the error speaks of is defined, in the order of interest: what is named together with its owner
    first, then whatever is short.

    A field, variant or method counts only if its type is quoted as well: every program has an `x` somewhere. Of a
    function only its first line is meant, of a type its head.
    """
    words = named(diagnostic)
    found = [
        (file, item)
        for file, source in tree.files.items()
        if file.endswith(".rs") and any(word in source for word in words)
        for item in named_items(source, diagnostic)
        if all(words & {*_WORD.findall(part)} for part in item.key.split("::")[:-1] if not part.startswith("mod "))
    ]
    found.sort(key=lambda one: (-one[1].key.count("::"), one[1].last_line - one[1].first_line))
    places = (Place(file, line) for file, item in found for line in range(item.first_line, _last(item) + 1))
    return tuple(dict.fromkeys(places))


def _last(item: Item) -> int:
    return min(item.last_line, item.first_line + (0 if item.kind == "fn" else _HEADER_LINES - 1))
