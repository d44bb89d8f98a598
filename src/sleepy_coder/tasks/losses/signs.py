"""Repairs that lose the sign of a number, which only tests can tell to be of no use.

A minus before an unsigned value may be one too many, or the type is to have signs; what rustc puts in its place is the
greatest number of all. A number with a sign that is cast to
be added to one without (`pos + delta as usize`) is a huge one below zero; `pos as i64 + delta` is not. Where it cannot
be below zero, as the function or its own words say, nothing is lost.
"""

import re
from collections import Counter
from collections.abc import Iterable

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

_NEGATED = re.compile(r"^cannot apply unary operator `-` to type `u(?:\d+|size)`$")
_SIGNED, _UNSIGNED = r"&?i(?:\d+|size)", r"&?u(?:\d+|size)"
_ADDED = re.compile(rf"^no implementation for `{_UNSIGNED} [-+]=? {_SIGNED}`$")
_ADDED_TO = re.compile(rf"^no implementation for `{_SIGNED} [-+]=? {_UNSIGNED}`$")
_MISMATCH = re.compile(rf"^expected `{_UNSIGNED}`, found `{_SIGNED}`$")
_ASKED_FOR = re.compile(r"[!=]=\s*u(?:\d+|size)::MAX\b")
_OPERATIONS = ("binary_expression", "compound_assignment_expr")
_ADDING = frozenset(("+", "-", "+=", "-="))
_NOT_BELOW_ZERO = re.compile(r"\d\w*|(?:\w+::)*[A-Z][A-Z0-9_]*|.*\.(?:abs|max|clamp|rem_euclid|count_ones|signum)\(.*")


def loses_sign(before: SourceTree, after: SourceTree, targets: Iterable[Diagnostic]) -> str | None:
    """What speaks against a repair that takes a minus away, or casts what has a sign to be added to what has none."""
    for error in targets:
        file = error.primary.file if error.primary is not None else ""
        if file not in before.files or file not in after.files:
            continue
        old, new = before.files[file], after.files[file]
        if _NEGATED.match(error.message) and _minuses(new) < _minuses(old):
            return "only tests could tell that the minus is one too many"
        added = _added(error, before)
        if added is not None and _casts(new)[added] > _casts(old)[added]:
            return f"only tests could tell that `{added}` is never below zero"
    return None


def _minuses(text: str) -> int:
    """How many minuses a file has. The greatest value of a type says what `-1` does where another place asks for it,
    as a function's mark for nothing; elsewhere it is a huge number."""
    marks = text.count("::MAX") if _ASKED_FOR.search(text) else 0
    return sum(one.type == "-" for one in walk(parse(text))) + (marks if marks > 1 else 0)


def _added(error: Diagnostic, tree: SourceTree) -> str | None:
    """The number with a sign, maybe below zero, that an error says is added to one without, or taken from it."""
    span = error.primary
    label = span.label or "" if span is not None else ""
    place = value_at(tree, span) if span is not None else None
    side: Node | None = None
    if span is not None and error.code == "E0308" and _MISMATCH.match(label):
        side = covered(place, span)
    elif error.code == "E0277" and (_ADDED.match(label) or _ADDED_TO.match(label)):
        operation = around(place, *_OPERATIONS)
        side = operation.child_by_field_name("right" if _ADDED.match(label) else "left") if operation else None
    operation = side.parent if side is not None else None
    if side is None or operation is None or operation.type not in _OPERATIONS:
        return None
    added = node_text(side)
    if field_text(operation, "operator") not in _ADDING or _NOT_BELOW_ZERO.fullmatch(added):
        return None
    function = around(side, "function_item")
    asked = re.compile(rf"(?<![\w.]){re.escape(added)}\s*(?:[<>]=?|[!=]=)|\b{re.escape(added)}\s+in\s+\d")
    return None if function is not None and asked.search(node_text(function)) else added


def _casts(text: str) -> Counter[str]:
    """What is cast to a type without signs, and how often."""
    casts = (one for one in walk(parse(text)) if one.type == "type_cast_expression")
    return Counter(
        field_text(one, "value").strip("()") for one in casts if re.fullmatch(_UNSIGNED, field_text(one, "type"))
    )
