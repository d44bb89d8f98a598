"""A thread that borrows what lies outside (E0373, E0521, E0597, E0716) and is started within `thread::scope`, but not
by it: the scope waits for its own threads alone, which may borrow."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = frozenset(("E0373", "E0521", "E0597", "E0716"))
_SCOPE = re.compile(r"(?:(?:std::)?thread::)?scope")
_SPAWN = re.compile(r"(?:std::)?thread::spawn")
_NAMED = re.compile(r"\|\s*(\w*[a-z]\w*)\s*\|")


def scoped_spawns(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The scope's own `spawn` for all its threads, unless it starts some of them by that already."""
    there = (node_at(tree, one) for one in error.spans if error.code in _CODES and one.file == span.file)
    started = next((call for node in there if (call := _called(node, _SPAWN)) is not None), None)
    scope = _called(started.parent, _SCOPE) if started is not None else None
    given = scope.child_by_field_name("arguments") if scope is not None else None
    closure = given.named_children[0] if given is not None and len(given.named_children) == 1 else None
    named = _NAMED.fullmatch(field_text(closure, "parameters"))
    if closure is None or named is None or re.search(rf"\b{named[1]}\.spawn\b", node_text(closure)):
        return
    functions = [one.child_by_field_name("function") for one in walk(closure) if one.type == "call_expression"]
    pieces = [instead(one, f"{named[1]}.spawn") for one in functions if one and _SPAWN.fullmatch(node_text(one))]
    yield f"start them by `{named[1]}`", apart(tree, span.file, pieces)


def _called(node: Node | None, name: re.Pattern[str]) -> Node | None:
    """The innermost call of a function of a name that a node is or stands in."""
    call = around(node, "call_expression")
    while call is not None and not name.fullmatch(field_text(call, "function")):
        call = around(call.parent, "call_expression")
    return call
