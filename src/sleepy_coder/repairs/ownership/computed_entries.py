"""A value that a map keeps, computed by a closure that needs the map's owner while the entry borrows it (E0499 to
E0502), as where a result is remembered: whether the key is there is asked first, and the value is put there when it is
known.

    *self.memo.entry(n).or_insert_with(|| self.of(n))         if !self.memo.contains_key(&n) {
                                                                  let value = self.of(n);
                                                                  self.memo.insert(n, value);
                                                              }
                                                              self.memo[&n]

It is still computed only where it is missing; what computes it may put others there meanwhile.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.ownership.looked_up import PURE
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = frozenset(("E0499", "E0500", "E0501", "E0502"))
_NAMES = ("value", "computed", "made")
_LEAVING = ("return_expression", "try_expression", "await_expression", "macro_invocation")


class _Entry(NamedTuple):
    """`place.entry(key).or_insert_with(|| value)`."""

    place: Node
    key: Node
    value: Node


def computed_entries(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """An `if` with an `insert` before the statement, which then reads what is there."""
    closure = around(node_at(tree, span), "closure_expression") if error.code in _CODES else None
    call = around(closure, "call_expression")
    entry = _entry(call) if call is not None and closure is not None else None
    read = _read(call) if call is not None and entry is not None else None
    statement = _statement(read[0]) if read is not None else None
    function = around(call, "function_item")
    if entry is None or read is None or statement is None or function is None:
        return
    known = {node_text(one) for one in walk(function) if one.type == "identifier"}
    name = next((one for one in _NAMES if one not in known), None)
    line = tree.line(span.file, statement.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    if name is None or len(indent.encode()) != statement.start_point.column:
        return
    step = "\t" if indent.endswith("\t") else "    "
    place, key, value = map(node_text, entry)
    first = (
        f"if !{place}.contains_key(&{key}) {{\n{indent}{step}let {name} = {value};\n"
        f"{indent}{step}{place}.insert({key}, {name});\n{indent}}}\n{indent}"
    )
    whole, behind = read
    pieces = [
        (statement.start_point, whole.start_point, first + _between(statement, whole)),
        (whole.start_point, whole.end_point, f"{place}[&{key}]{behind}"),
    ]
    yield "put it there when it is known", rewritten(tree, span.file, pieces)


def _entry(call: Node) -> _Entry | None:
    method, given = method_of(call), call.child_by_field_name("arguments")
    inner = method.parent.child_by_field_name("value") if method is not None and method.parent is not None else None
    if method is None or node_text(method) != "or_insert_with" or given is None or inner is None:
        return None
    named, keys = method_of(inner), inner.child_by_field_name("arguments")
    place = named.parent.child_by_field_name("value") if named is not None and named.parent is not None else None
    if named is None or node_text(named) != "entry" or keys is None or place is None:
        return None
    parts = [*given.named_children, *keys.named_children]
    if len(parts) != 2 or parts[0].type != "closure_expression":
        return None
    value, listed = (parts[0].child_by_field_name(field) for field in ("body", "parameters"))
    plain = all(one.type in PURE for part in (place, parts[1]) for one in walk(part) if one.is_named)
    plain = plain and not any(one.type == "self" for one in walk(parts[1]))  # what computes the value may change it
    if value is None or not plain or (listed is not None and listed.named_children):
        return None
    return None if any(one.type in _LEAVING for one in walk(value)) else _Entry(place, parts[1], value)


def _read(call: Node) -> tuple[Node, str] | None:
    """What reads a copy of the entry's value, and the call that makes it, if one does."""
    outer = call.parent
    if outer is not None and outer.type == "unary_expression" and node_text(outer).startswith("*"):
        return outer, ""
    cloned = outer.parent if outer is not None and outer.type == "field_expression" else None
    if cloned is not None and cloned.type == "call_expression" and field_text(outer, "field") == "clone":
        return cloned, ".clone()"
    return None


def _statement(value: Node) -> Node | None:
    """What stands in a block and does nothing before it has a value, which it returns, binds or ends with."""
    node = value
    if node.parent is not None and node.parent.type in ("let_declaration", "return_expression"):
        node = node.parent
    if node.parent is not None and node.parent.type == "expression_statement":
        node = node.parent
    return node if node.parent is not None and node.parent.type == "block" else None


def _between(statement: Node, value: Node) -> str:
    return node_text(statement).encode()[: value.start_byte - statement.start_byte].decode()
