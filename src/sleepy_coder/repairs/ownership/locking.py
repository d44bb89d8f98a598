"""Borrows of a `RefCell` as locks would be: for how long each lasts, and whether something may ask again meanwhile."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.walk import walk

_BORROWING = ("borrow", "borrow_mut")
_WAITING = frozenset(
    ("join", "recv", "recv_timeout", "try_recv", "lock", "read", "write", "wait", "send", "scope", "barrier")
)
_BOUNDARIES = ("closure_expression", "async_block", "function_item")


class Borrow(NamedTuple):
    """The name of the method and its empty arguments."""

    method: Node
    arguments: Node


def borrows(root: Node) -> Iterator[Borrow]:
    """The calls of `borrow()` and `borrow_mut()`, those in macros too."""
    for one in walk(root):
        if one.type not in ("field_identifier", "identifier") or node_text(one) not in _BORROWING:
            continue
        if one.type == "field_identifier":
            call = one.parent.parent if one.parent is not None else None
            given = (
                call.child_by_field_name("arguments") if call is not None and call.type == "call_expression" else None
            )
        else:
            given = one.next_sibling if one.parent is not None and one.parent.type == "token_tree" else None
        if given is not None and node_text(given) == "()":
            yield Borrow(one, given)


def asked_once(borrow: Borrow, root: Node) -> bool:
    """Whether nothing that runs while a borrow lasts borrows, waits for others, or calls what the program defines."""
    defined = {
        node_text(name) for one in walk(root) if one.type == "function_item" and (name := _name(one)) is not None
    }
    for part in _lasting(borrow.method):
        for one in walk(part):
            said = node_text(one) if one.type in ("identifier", "field_identifier") else ""
            if one == borrow.method or not said or not _called(one):
                continue
            if said in _BORROWING or said in _WAITING or said in defined or (_is_local(one) and said != "drop"):
                return False
    return True


def waits(method: Node) -> bool:
    """Whether something in the statement of a call waits for others, or does the same once more."""
    inside = (one for one in walk(_statement(method)) if one != method and _called(one))
    return any(node_text(one) in _WAITING for one in inside)


def _name(function: Node) -> Node | None:
    return function.child_by_field_name("name")


def _lasting(method: Node) -> list[Node]:
    """The statement that a borrow stands in, and those of its block behind it if it gets a name there."""
    node = _statement(method)
    if node.type != "let_declaration" or not _is_kept(node, method):
        return [node]
    found = [node]
    while (following := found[-1].next_named_sibling) is not None:
        found.append(following)
    return found


def _statement(method: Node) -> Node:
    """The statement that a call stands in, or all of a closure that is none."""
    node = method
    while node.parent is not None and node.parent.type != "block" and node.parent.type not in _BOUNDARIES:
        node = node.parent
    return node


def _is_kept(let: Node, method: Node) -> bool:
    """Whether a `let` binds the borrow itself or a reference into it, rather than what is read or computed from it."""
    value = let.child_by_field_name("value")
    if value is None:
        return True
    call = method.parent.parent if method.parent is not None else None
    return value == call or value.type in ("reference_expression", "match_expression", "if_expression", "block")


def _called(name: Node) -> bool:
    """Whether a name is that of what is called."""
    outer = name.parent
    if outer is None:
        return False
    if outer.type == "token_tree":
        following = name.next_sibling
        return following is not None and following.type == "token_tree" and node_text(following).startswith("(")
    if outer.type in ("field_expression", "scoped_identifier"):
        inner = outer.child_by_field_name("field") or outer.child_by_field_name("name")
        name, outer = outer, outer.parent if inner == name else None
    return outer is not None and outer.type == "call_expression" and outer.child_by_field_name("function") == name


def _is_local(name: Node) -> bool:
    """Whether what is called is a variable or a function of the program, by its small letter and no path before it."""
    before = name.prev_sibling
    alone = name.type == "identifier" and (before is None or node_text(before) not in (".", "::"))
    return alone and re.match(r"[a-z_]", node_text(name)) is not None
