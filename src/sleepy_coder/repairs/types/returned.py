"""What a function returns before its end, and what stands there: the `return`s of its own, not those of functions and
closures within it.
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import COMMENTS, node_text

BODIES = ("function_item", "closure_expression", "async_block")
_FAILURES = ("Err", "None")


def returns(node: Node) -> Iterator[Node]:
    """The `return`s within a node, which is a function's body or a part of it."""
    return leaving(node, "return_expression")


def leaving(node: Node, *types: str) -> Iterator[Node]:
    """The nodes of these types by which a function's body or a part of it leaves the function."""
    if node.type in types:
        yield node
    for child in node.named_children if node.type not in BODIES else ():
        yield from leaving(child, *types)


def said(value: Node) -> str:
    """Which variant, or `true` or `false`, a value is as it is written."""
    return field_text(value, "function") if value.type == "call_expression" else node_text(value)


def fails(left: Node) -> bool:
    """Whether a `return` says that something went wrong."""
    return not left.named_children or said(left.named_children[0]) in _FAILURES


def last_of(block: Node | None) -> Node | None:
    """The last statement or value of a block."""
    found = [one for one in block.named_children if one.type not in COMMENTS] if block is not None else []
    return found[-1] if found else None
