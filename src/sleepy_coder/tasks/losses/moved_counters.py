"""`move` where a closure changes what its function reads afterwards: a counter is copied into the closure, and stays as
it was outside.

    let mut sent = 0;
    let worker = thread::spawn(move || sent += 1);
    worker.join().unwrap();
    println!("{sent}");

A closure that is given back may have a counter of its own, as nothing else reads it.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.losses.clones import ASSIGNMENTS
from sleepy_coder.tasks.losses.gained import first_gained

_MOVE = re.compile(r"\bmove\b")
_MADE = re.compile(r"[A-Z]\w*(?:::<[^()]*>)?\s*\{|(?:\w+::)*[A-Z]\w*(?:::<[^()]*>)?::(?:new|default)\(")


def moves_counter(before: SourceTree, after: SourceTree) -> str | None:
    """The variable that a closure changes for itself alone since it got its `move`, if one is read behind it."""
    return first_gained(before, after, _MOVE, _counters)


def _counters(text: str) -> Iterator[str]:
    for closure in walk(parse(text)):
        if closure.type != "closure_expression" or not any(one.type == "move" for one in closure.children):
            continue
        for name in dict.fromkeys(_changed(closure)):
            let = _declared(closure, name)
            copied = "." not in name or _MADE.match(field_text(let, "value"))
            if let is not None and copied and _is_read(let, closure, name.split(".")[0]):
                yield name


def _changed(closure: Node) -> Iterator[str]:
    """What a closure assigns to: variables, and fields of one."""
    for one in walk(closure.child_by_field_name("body")):
        left = one.child_by_field_name("left") if one.type in ASSIGNMENTS else None
        if left is not None and re.fullmatch(r"[a-z_]\w*(?:\.\w+)*", node_text(left)):
            yield node_text(left)


def _declared(closure: Node, path: str) -> Node | None:
    """The `let` above a closure that makes a variable, unless the closure has one of its own."""
    name = path.split(".")[0]
    own = [one for one in walk(closure) if one.type in ("let_declaration", "closure_parameters", "for_expression")]
    patterns = [one if one.type == "closure_parameters" else one.child_by_field_name("pattern") for one in own]
    if any(re.search(rf"\b{name}\b", node_text(one)) for one in patterns if one is not None):
        return None
    inner: Node | None = closure
    while inner is not None and inner.type != "function_item":
        sibling = inner.prev_named_sibling
        while sibling is not None:
            if sibling.type == "let_declaration" and field_text(sibling, "pattern") == name:
                return sibling
            sibling = sibling.prev_named_sibling
        inner = inner.parent
    return None


def _is_read(let: Node, closure: Node, name: str) -> bool:
    """Whether a variable is first heard of behind a closure without being set anew."""
    shown = re.compile(rf"\{{{name}[:}}]")
    for one in walk(let.parent):
        if one.start_byte < closure.end_byte:
            continue
        if one.type == "identifier" and node_text(one) == name:
            set_ = around(one, "assignment_expression", "block")
            return set_ is None or set_.type == "block" or set_.child_by_field_name("left") != one
        if one.type in ("string_literal", "string_content") and shown.search(node_text(one)):
            return True
    return False
