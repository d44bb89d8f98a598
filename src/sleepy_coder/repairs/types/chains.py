"""Calls of methods in a chain: the name of one, where the next one is written, and whether they may give no end."""

import re

from tree_sitter import Node

from sleepy_coder.rust.items import node_text

_ENDLESS = re.compile(r"\.cycle\(\)|\.\.\s*\)|[\w)]\s*\.\.\s*\}|\b(?:repeat|repeat_with|successors|from_fn)\(")
_ENDED = re.compile(r"\.(?:take|take_while|map_while|zip|scan)\(")


def method_of(call: Node) -> Node | None:
    """The name of a method that is called; None for other calls and other values."""
    function = call.child_by_field_name("function") if call.type == "call_expression" else None
    while function is not None and function.type == "generic_function":
        function = function.child_by_field_name("function")
    return function.child_by_field_name("field") if function is not None else None


def next_call(value: Node, call: str) -> str:
    """A further call of a chain, on a line of its own where the last one has one."""
    method = method_of(value)
    dot = method.prev_sibling if method is not None else None
    owner = dot.prev_sibling if dot is not None else None
    if dot is None or owner is None or node_text(dot) != "." or dot.start_point.row == owner.end_point.row:
        return f".{call}"
    return f"\n{_indent(dot)}.{call}"


def _indent(dot: Node) -> str:
    """What stands before a dot in its line, as far as it is space."""
    root = dot
    while root.parent is not None:
        root = root.parent
    start = dot.start_byte - dot.start_point.column - root.start_byte
    above = (root.text or b"")[start : start + dot.start_point.column].decode("utf-8", "replace")
    return above[: len(above) - len(above.lstrip())]


def endless(text: str) -> bool:
    """Whether the source of an iterator names one without an end, and nothing that ends it."""
    return _ENDLESS.search(text) is not None and _ENDED.search(text) is None
