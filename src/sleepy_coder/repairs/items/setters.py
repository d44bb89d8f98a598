"""Setters that take their owner by value and give it back, called as if they changed it in its place (E0382): what each
gives back is kept under the same name.

    builder.urgent();                       builder = builder.urgent();

A clone, as rustc suggests, would get the setting and be dropped with it.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, methods, only, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MOVED = re.compile(r"^(?:use|borrow|value used) of moved value: `(\w+)`$")
_TYPE = re.compile(r"^move occurs because `\w+` has type `([^`]+)`")


def setters(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """`name = ` before each call of the function that drops what a setter gives back, and `mut` where it is bound."""
    moved = _MOVED.match(error.message) if error.code == "E0382" else None
    kind = next((found[1] for one in error.spans if (found := _TYPE.match(one.label or ""))), "")
    use = node_at(tree, span)
    function = around(use, "function_item")
    if moved is None or function is None or only(tree, bare(kind), "struct_item", "enum_item") is None:
        return
    name, giving = moved[1], _giving_back(tree, bare(kind))
    dropped = [one for one in walk(function) if one.type == "expression_statement" and _sets(one, name, giving)]
    bound = [one for one in walk(function) if _binds(one, name)]
    if not dropped or len(bound) != 1:
        return
    edits = [rewritten(tree, span.file, [before(one, f"{name} = ")]) for one in dropped]
    pattern = bound[0].child_by_field_name("pattern")
    if pattern is not None and not any(one.type == "mutable_specifier" for one in bound[0].children):
        edits.append(rewritten(tree, span.file, [before(pattern, "mut ")]))
    if len({edit.first_line for edit in edits}) == len(edits):
        yield f"keep what the setters of `{name}` give back", tuple(edits)


def _giving_back(tree: SourceTree, kind: str) -> set[str]:
    """The methods of a type that take it by value and return it."""
    found = set()
    for one in methods(tree, kind):
        returned = field_text(one, "return_type")
        if receiver(one) in ("self", "mut self") and (returned == "Self" or re.split("<", returned)[0] == kind):
            found.add(field_text(one, "name"))
    return found


def _sets(statement: Node, name: str, giving: set[str]) -> bool:
    """Whether a statement only calls setters of a variable, one or a chain of them."""
    node: Node | None = statement.named_children[0] if statement.named_children else None
    called = 0
    while node is not None and node.type == "call_expression":
        function = node.child_by_field_name("function")
        if function is None or function.type != "field_expression" or field_text(function, "field") not in giving:
            return False
        called += 1
        node = function.child_by_field_name("value")
    return called > 0 and node is not None and node.type == "identifier" and node_text(node) == name


def _binds(node: Node, name: str) -> bool:
    pattern = node.child_by_field_name("pattern") if node.type in ("let_declaration", "parameter") else None
    return pattern is not None and any(one.type == "identifier" and node_text(one) == name for one in walk(pattern))
