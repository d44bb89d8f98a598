"""Calls of methods in a chain: the name of one, and where the next one is written."""

from tree_sitter import Node

from sleepy_coder.rust.items import node_text


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
    return f"\n{' ' * dot.start_point.column}.{call}"
