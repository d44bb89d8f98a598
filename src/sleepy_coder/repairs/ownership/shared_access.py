"""Writes through what was only borrowed to be read (E0368, E0594, E0596, E0308): the method or the `&` that borrowed it
has a twin that lets its value be written.

    cell.borrow().count += 1                            cell.borrow_mut()
    if let Some(n) = map.get(key) { *n += 1 }           map.get_mut(key)
    for door in doors.iter() { open(door) }             doors.iter_mut()
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.locking import lasting, times_named
from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_GUARDED = re.compile(r"\bdata in dereference of `(?:\w+::)*(Ref|RwLockReadGuard)<")
_BEHIND = re.compile(r"\bdata in a `&` reference\b|\bbehind a `&` reference$|\bcannot be applied to type `&(?!mut\b)")
_GUARDS = {"Ref": {"borrow": "borrow_mut"}, "RwLockReadGuard": {"read": "write"}}
_REFERENCES = {
    **{name: f"{name}_mut" for name in ("get", "first", "last", "front", "back", "peek", "iter", "values", "chunks")},
    **{name: f"{name}_mut" for name in ("chunks_exact", "split_at", "split_first", "split_last", "as_deref")},
    "as_ref": "as_mut",
    "as_slice": "as_mut_slice",
}
_WRAPPERS = frozenset(
    ("index_expression", "unary_expression", "parenthesized_expression", "try_expression", "await_expression")
)


def written_through(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """What was borrowed to be read, borrowed to be written."""
    place = _place(covered(value_at(tree, span), span))
    twins = _twins(error, span)
    if place is None or twins is None:
        return
    borrowed = _borrowed(place, twins)
    base = _base(place)
    if borrowed is None and base.type == "identifier":
        value = bound_to(base, node_text(base))
        borrowed = _borrowed(value, twins) if value is not None else None
    if borrowed is not None and twins is not _REFERENCES and _again(borrowed):
        return
    if borrowed is not None:
        name = node_text(borrowed)
        edit = written_over(tree, span.file, borrowed, "&mut " if name == "&" else twins[name])
        yield "borrow it so that it can be written", edit


def _again(method: Node) -> bool:
    """Whether something asks for a guard's value once more while the guard lasts: it would fail, or wait for itself."""
    owner = method.parent.child_by_field_name("value") if method.parent is not None else None
    return owner is None or times_named(lasting(method), owner) > 1


def _twins(error: Diagnostic, span: Span) -> dict[str, str] | None:
    """The methods that may have borrowed what is written, each with the one that lets it be written."""
    if error.code == "E0308":
        return _REFERENCES if span.label == "types differ in mutability" else None
    if error.code not in ("E0368", "E0594", "E0596"):
        return None
    guarded = _GUARDED.search(error.message)
    if guarded is not None:
        return _GUARDS[guarded[1]]
    return _REFERENCES if _BEHIND.search(error.message) else None


def _place(node: Node | None) -> Node | None:
    """What is written, without what is written to it."""
    if node is not None and node.type in ("assignment_expression", "compound_assignment_expr"):
        return node.child_by_field_name("left")
    return node


def _borrowed(node: Node, twins: dict[str, str]) -> Node | None:
    """The name of the outermost method on the way to a place, or the `&`, that borrowed it."""
    inner: Node | None = node
    while inner is not None:
        if inner.type == "reference_expression":
            return inner.children[0] if twins is _REFERENCES and _lasts(inner) else None
        method = _method(inner)
        if method is not None and node_text(method) in twins:
            return method
        inner = _inner(inner)
    return None


def _lasts(reference: Node) -> bool:
    """Whether what is shared outlives its reference: what is written to a constant or a value in passing is lost."""
    inner = reference.child_by_field_name("value")
    base = _base(inner) if inner is not None and len(reference.named_children) == 1 else reference
    return base.type == "self" or (base.type == "identifier" and not node_text(base).isupper())


def _base(node: Node) -> Node:
    """The variable, or whatever else, that a place is a part of."""
    while (inner := _inner(node)) is not None:
        node = inner
    return node


def _inner(node: Node) -> Node | None:
    """What an expression is a part of, or calls a method of."""
    if node.type == "call_expression":
        function = node.child_by_field_name("function")
        return function.child_by_field_name("value") if function is not None and _method(node) is not None else None
    if node.type == "field_expression":
        return node.child_by_field_name("value")
    if node.type in _WRAPPERS:
        return node.named_children[0] if node.named_children else None
    return None


def _method(node: Node) -> Node | None:
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    while function is not None and function.type == "generic_function":
        function = function.child_by_field_name("function")
    named = function is not None and function.type == "field_expression"
    return function.child_by_field_name("field") if function is not None and named else None
