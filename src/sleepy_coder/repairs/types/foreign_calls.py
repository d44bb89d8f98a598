"""Calls as other languages write them, where Rust says the same by several calls (E0599), or by one that takes other
arguments (E0061): `names.join(", ")` of an iterator, `text.split()`, `ages.getOrDefault(name, 0)`.

What counts characters in one language and bytes in another is left out, as `substring`.
"""

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.foreign_methods import FLOATS, ITERATORS, LACKING, LISTS, MAPS, TEXTS
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import value_at
from sleepy_coder.rust.rewritten import rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_OTHER_NUMBER = re.compile(r"this method takes \d+ arguments? but \d+ arguments? (?:was|were) supplied")
_KNOWN = ("",)
"""Where the method is there and takes other arguments, rustc does not say of which type it is."""
_OR_DEFAULT = ("get({0}).copied().unwrap_or({1})", "get({0}).cloned().unwrap_or({1})")
_COUNT = "count()"
"""Of a local a list may be meant (`uncollected.py`)."""
_CHANGING = ("insert(", "entry(", "iter().for_each(")

Row = tuple[Iterable[str], str, int, tuple[str, ...]]
_ROWS: tuple[Row, ...] = (
    (TEXTS, "charAt char_at", 1, ("chars().nth({0}).unwrap()", "chars().nth({0})")),
    (TEXTS, "reverse reversed", 0, ("chars().rev().collect::<String>()",)),
    (LISTS, "indexOf index_of", 1, ("iter().position(|{it}| *{it} == {0})", "iter().position(|{it}| {it} == {0})")),
    (LISTS, "any all position", 1, ("iter().{name}({0})",)),
    (LISTS, "some", 1, ("iter().any({0})",)),
    (LISTS, "every", 1, ("iter().all({0})",)),
    (LISTS, "findIndex find_index", 1, ("iter().position({0})",)),
    (LISTS, "forEach", 1, ("iter().for_each({0})",)),
    (("Vec",), "unshift push_front prepend appendleft", 1, ("insert(0, {0})",)),
    (("Vec",), "shift popleft pop_front", 0, ("remove(0)",)),
    (
        MAPS,
        "containsValue contains_value has_value",
        1,
        ("values().any(|{it}| *{it} == {0})", "values().any(|{it}| {it} == {0})"),
    ),
    (MAPS, "getOrDefault get_or_default getOrElse get_or", 2, _OR_DEFAULT),
    (MAPS, "putIfAbsent put_if_absent setdefault set_default", 2, ("entry({0}).or_insert({1})",)),
    (ITERATORS, "join", 1, ("collect::<Vec<_>>().join({0})",)),
    (ITERATORS, "len length size", 0, (_COUNT,)),
    (ITERATORS, "toList to_list toArray to_array to_vec", 0, ("collect::<Vec<_>>()",)),
    (FLOATS, "toFixed", 1, ('format!("{{:.{0}}}", {owner})',)),
    (_KNOWN, "split", 0, ("split_whitespace()",)),
    (_KNOWN, "is_digit", 0, ("is_ascii_digit()",)),
    (_KNOWN, "max min", 0, ("iter().{name}()",)),
    (_KNOWN, "get", 2, _OR_DEFAULT),
)
"""Types, the names of calls, how many arguments these have, and what says the same."""


def foreign_calls(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The calls by which Rust says it."""
    lacking = LACKING.match(error.message) if error.code == "E0599" else None
    other = error.code == "E0061" and _OTHER_NUMBER.match(error.message) is not None
    name = value_at(tree, span) if lacking is not None or other else None
    call = name.parent.parent if name is not None and name.parent is not None else None
    if name is None or call is None or node_text(name) != span.text or call.type != "call_expression":
        return
    listed = call.child_by_field_name("arguments")
    given = [node_text(one) for one in (listed.named_children if listed is not None else ()) if not _comment(one)]
    kind = lacking["type"] if lacking is not None else ""
    for types, names, count, ways in _ROWS:
        if kind in types and span.text in names.split() and count == len(given):
            for way in ways:
                if not _is_statement(call) or way.startswith(_CHANGING):
                    yield from _written(tree, span.file, name, call, given, way)


def _written(
    tree: SourceTree, file: str, name: Node, call: Node, given: list[str], way: str
) -> Iterator[tuple[str, Edit]]:
    wraps = "{owner}" in way
    owner = field_text(name.parent, "value")
    if (wraps and not all(one.isdecimal() for one in given)) or (way == _COUNT and owner.isidentifier()):
        return
    free = next(word for word in ("item", "each", "one_of_them") if not re.search(rf"\b{word}\b", " ".join(given)))
    new = way.format(*given, name=node_text(name), owner=owner, it=free)
    start = call.start_point if wraps else name.start_point
    yield f"write `{new}`", rewritten(tree, file, [(start, call.end_point, new)])


def _comment(node: Node) -> bool:
    return node.type in COMMENTS


def _is_statement(call: Node) -> bool:
    return call.parent is not None and call.parent.type == "expression_statement" and node_text(call.parent)[-1] == ";"
