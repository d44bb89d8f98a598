"""Borrows of a `RefCell` as locks would be: for how long each lasts, and whether something may ask again meanwhile."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.walk import walk

_BORROWING = ("borrow", "borrow_mut")
_WAITING = frozenset(
    ("join", "recv", "recv_timeout", "try_recv", "lock", "read", "write", "wait", "send", "scope", "barrier")
)
_NAMED = frozenset(("identifier", "scoped_identifier", "field_expression", "generic_function"))
_HOLDING = frozenset(("reference_expression", "match_expression", "if_expression", "block", "unsafe_block"))
_TAKING = frozenset(("arguments", "tuple_expression", "array_expression", "field_initializer"))
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


def defined(root: Node) -> frozenset[str]:
    """The names of the functions and of the closures of a program."""
    functions = {
        node_text(name) for one in walk(root) if one.type == "function_item" and (name := _name(one)) is not None
    }
    return frozenset(functions).union(
        node_text(one.child_by_field_name("pattern") or one)
        for one in walk(root)
        if one.type == "let_declaration" and _type(one.child_by_field_name("value")) == "closure_expression"
    )


def asked_once(borrow: Borrow, own: Collection[str]) -> bool:
    """Whether nothing that runs while a borrow lasts borrows, waits for others, or calls, or hands on, what the program
    defines as its `own`."""
    for part in lasting(borrow.method):
        for one in walk(part):
            if one.type == "call_expression" and _type(one.child_by_field_name("function")) not in _NAMED:
                return False
            if one.type == "identifier" and node_text(one) in own and _is_handed_on(one):
                return False
            said = node_text(one) if one.type in ("identifier", "field_identifier") else ""
            if one == borrow.method or not said or not _called(one):
                continue
            if said in _BORROWING or said in _WAITING or said in own or (_is_local(one) and said != "drop"):
                return False
    return True


def borrows_unseen(root: Node) -> bool:
    """Whether a method borrows that is called without its name, as those of operators, texts and `Drop` are."""
    traits = {node_text(name) for one in walk(root) if one.type == "trait_item" and (name := _name(one)) is not None}
    for block in walk(root):
        trait = block.child_by_field_name("trait") if block.type == "impl_item" else None
        if trait is not None and node_text(trait) not in traits and any(borrows(block)):
            return True
    return False


def waits(method: Node) -> bool:
    """Whether something in the statement of a call waits for others, or does the same once more."""
    inside = (one for one in walk(statement_of(method)) if one != method and _called(one))
    return any(node_text(one) in _WAITING for one in inside)


def times_named(parts: Iterable[Node], owner: Node) -> int:
    """How often something is named in parts of a program, also in what is given to macros."""
    place = r"\s*\.\s*".join(re.escape(part.strip()) for part in node_text(owner).split("."))
    named = re.compile(rf"(?<![\w.]){place}(?!\w)")
    return sum(len(named.findall(node_text(part))) for part in parts)


def _type(node: Node | None) -> str:
    return node.type if node is not None else ""


def _is_handed_on(name: Node) -> bool:
    """Whether a function or closure is given to something that may call it."""
    outer = name.parent
    while outer is not None and outer.type in ("scoped_identifier", "reference_expression"):
        outer = outer.parent
    return outer is not None and outer.type in ("arguments", "token_tree")


def _name(function: Node) -> Node | None:
    return function.child_by_field_name("name")


def lasting(method: Node) -> list[Node]:
    """The statement that a borrow stands in, and those of its block behind it if it gets a name there."""
    node = statement_of(method)
    block = node.parent
    whole = statement_of(block) if block is not None and block.type == "block" and node == _call(method) else node
    if whole.type != "let_declaration" or not _is_kept(whole, method):
        return [node]
    found = [whole]
    while (following := found[-1].next_named_sibling) is not None:
        found.append(following)
    return found


def statement_of(part: Node) -> Node:
    """The statement that a part of one stands in, or all of a closure that is none."""
    node = part
    while node.parent is not None and node.parent.type != "block" and node.parent.type not in _BOUNDARIES:
        node = node.parent
    return node


def _call(method: Node) -> Node | None:
    return method.parent.parent if method.parent is not None else None


def _is_kept(let: Node, method: Node) -> bool:
    """Whether a `let` binds the borrow itself or a reference into it, rather than what is read or computed from it."""
    value = let.child_by_field_name("value")
    if value is None:
        return True
    while (inner := _unwrapped(value)) is not None:
        value = inner
    call = _call(method)
    outer = call.parent if call is not None else None
    return value == call or value.type in _HOLDING or (outer is not None and outer.type in _TAKING)


def _unwrapped(value: Node) -> Node | None:
    """What `.unwrap()` or `.expect(..)` is called of."""
    function = value.child_by_field_name("function") if value.type == "call_expression" else None
    field = function.child_by_field_name("field") if function is not None else None
    unwraps = field is not None and node_text(field) in ("unwrap", "expect")
    return function.child_by_field_name("value") if function is not None and unwraps else None


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
