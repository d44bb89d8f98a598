"""Which fields of its owner a method touches, by itself and by the methods of the same type that it calls."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.homes import bare, field_text, methods, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk


def own_method(place: Node, name: str, tree: SourceTree) -> Node | None:
    """The method of a name that the type has in whose implementation a place stands, where it has one such."""
    kind = bare(field_text(around(place, "impl_item"), "type"))
    found = [one for one in methods(tree, kind) if field_text(one, "name") == name] if kind else []
    return found[0] if len(found) == 1 and receiver(found[0]) else None


def touched_fields(method: Node, tree: SourceTree) -> frozenset[str] | None:
    """The fields; None where all of the owner is handed on, or what is called is not known."""
    body = method.child_by_field_name("body")
    return touched_in(body, tree) if body is not None else None


def touched_in(part: Node, tree: SourceTree) -> frozenset[str] | None:
    """The same for a part of a method."""
    fields: set[str] = set()
    known, waiting = set[str](), [part]
    while waiting:
        one = waiting.pop()
        for name, called in _members(one):
            inner = own_method(part, name, tree) if called else None
            if not name or (called and inner is None):
                return None
            if inner is None:
                fields.add(name)
            elif name not in known:
                known.add(name)
                waiting.append(inner)
    return frozenset(fields)


def _members(part: Node) -> Iterator[tuple[str, bool]]:
    """What is named of `self`, and whether it is called; '' for `self` alone."""
    for one in walk(part):
        if one.type == "self" and one.parent is not None and one.parent.type != "self_parameter":
            yield _of_tokens(one) if one.parent.type == "token_tree" else _of_nodes(one, one.parent)


def _of_nodes(own: Node, outer: Node) -> tuple[str, bool]:
    name = field_text(outer, "field") if outer.type == "field_expression" else ""
    call = outer.parent
    return name, call is not None and call.type == "call_expression" and call.child_by_field_name("function") == outer


def _of_tokens(own: Node) -> tuple[str, bool]:
    """The same in what is given to a macro."""
    dot = own.next_sibling
    name = dot.next_sibling if dot is not None and node_text(dot) == "." else None
    following = name.next_sibling if name is not None else None
    called = following is not None and following.type == "token_tree" and node_text(following).startswith("(")
    return node_text(name) if name is not None else "", called
