"""What a repair leaves as it is, beyond items and statements: comments, attributes, what is derived, assertions, and
what literals say.

No compiler misses any of these. A model that writes a line anew may miscopy a number or a text in it, drop a comment
above it, or the `#![deny(..)]` that reported the error.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Query, QueryCursor

from sleepy_coder.rust.diagnostic import Span
from sleepy_coder.rust.items import LANGUAGE, node_text, parse

_SEARCH = """
[(line_comment) (block_comment)] @comment
[(attribute_item) (inner_attribute_item)] @attribute
[(string_literal) (raw_string_literal) (char_literal)] @text
[(integer_literal) (float_literal)] @number
(macro_invocation macro: (identifier) @assertion)
"""
_QUERY = Query(LANGUAGE, _SEARCH)
_ASSERTION = re.compile(r"(debug_)?assert(_eq|_ne|_matches)?")
_LITERALS = ("text", "number")
_FREE = ("derive", "doc")  # attributes: what is derived is looked at trait by trait, docs are judged as comments
_DERIVED = re.compile(r"#\[derive\((.*)\)\]$", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_TYPE = re.compile(r"(?:[iu](?:8|16|32|64|128|size)|(?<![0-9a-f]x)f(?:32|64))$")


class Kept(NamedTuple):
    """One of them: its kind, what it says whatever the notation, its own text, and its 1-based first line."""

    kind: str
    says: str
    text: str
    line: int


class Lost(NamedTuple):
    """What a repair lost: the rule that this breaks, and the text that is gone."""

    rule: str
    text: str


def lost(
    old: str,
    new: str,
    spans: Sequence[Span],
    excused: Collection[tuple[int, int]] = (),
    named: Collection[str] = (),
    *,
    numbers_stay: bool = False,
) -> Iterator[Lost]:
    """What `new` has lost of `old`. What the compiler points at may change, but for its numbers if these are to stay;
    what lies in excused lines may go, and so may the derived traits that are `named`."""
    start, tail = _common(old, new)
    mine = [
        one
        for one in _found(old, start, len(old) - tail)
        if not any(first <= one.line <= last for first, last in excused)
    ]
    theirs = Counter((one.kind, one.says) for one in _found(new, start, len(new) - tail))
    gained = theirs - Counter((one.kind, one.says) for one in mine)
    swapped = {kind for kind, _ in gained}
    for one in mine:
        key = one.kind, one.says
        if theirs[key]:
            theirs[key] -= one.kind != "comment"  # of two equal ones, one may go
        elif one.kind == "derive" and one.says in named:
            continue
        elif one.kind not in _LITERALS and (one.kind == "assertion" or not _pointed_at(one, spans)):
            yield Lost(f"{one.kind}-deleted", one.text)
        elif (one.kind == "number" and numbers_stay) or (one.kind in swapped and not _pointed_at(one, spans)):
            yield Lost("literal-changed", one.text)


def quoted(old: str, new: str) -> list[str]:
    """Texts of `new` that `old` had neither the beginning nor the end of: so code was made a text."""
    start, tail = _common(old, new)
    texts = (one.text for one in _found(new, start, len(new) - tail) if one.kind == "text")
    return [text for text in texts if text[:-1] not in old and text[1:] not in old]


def _pointed_at(one: Kept, spans: Sequence[Span]) -> bool:
    """Whether the compiler's complaint is about it, or about something within it."""
    near = [span for span in spans if span.line_start == one.line and span.text]
    return any(span.text in one.text or (span.is_primary and one.text in span.text) for span in near)


def _common(old: str, new: str) -> tuple[int, int]:
    """How many characters both texts share at the start and at the end, in whole lines."""
    left, right = old.splitlines(keepends=True), new.splitlines(keepends=True)
    short = min(len(left), len(right))
    head = next((at for at in range(short) if left[at] != right[at]), short)
    rest = short - head
    tail = next((at for at in range(rest) if left[-1 - at] != right[-1 - at]), rest)
    return sum(map(len, left[:head])), sum(map(len, left[len(left) - tail :]))


def _found(source: str, start: int, end: int) -> list[Kept]:
    if start == end:  # to tree-sitter an end of 0 is no end at all
        return []
    cursor = QueryCursor(_QUERY)
    cursor.set_byte_range(len(source[:start].encode()), len(source[:end].encode()))
    found: list[Kept] = []
    for kind, nodes in cursor.captures(parse(source)).items():
        for node in nodes:
            text = node_text(node).strip()
            says = _says(kind, text)
            if says:
                found.append(Kept(kind, says, text, node.start_point.row + 1))
            derived = _DERIVED.match(text) if kind == "attribute" else None
            traits = [path.rpartition("::")[2].strip() for path in derived[1].split(",")] if derived else []
            found += [Kept("derive", trait, trait, node.start_point.row + 1) for trait in traits if trait]
    return sorted(found, key=lambda one: one.line)


def _says(kind: str, text: str) -> str:
    """What is compared: '' for what may change."""
    if kind == "comment":
        return " ".join(text.split()).strip("/*! ")
    if kind == "attribute":
        inner = re.sub(r"\s", "", text).lstrip("#!").removeprefix("[").removesuffix("]")
        inner = re.sub(r"^unsafe\((.*)\)$", r"\1", inner)
        return "" if re.split(r"\W", inner)[0] in _FREE else inner
    if kind == "assertion":
        return text if _ASSERTION.fullmatch(text) else ""
    if kind == "number":
        return _value(text.replace("_", "").lower())
    return _PLACEHOLDER.sub("", re.sub(r"""^[bcr]*#*['"]|['"]#*$""", "", text))


def _value(number: str) -> str:
    """Without the type and, of a fraction, without what does not count."""
    bare = _TYPE.sub("", number)
    return bare.rstrip("0").rstrip(".") if "." in bare and not bare.startswith("0x") else bare
