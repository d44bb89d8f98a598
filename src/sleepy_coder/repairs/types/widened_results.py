"""A function whose value has grown beyond the number type that it declares (E0308): the result becomes as wide, which
loses nothing, where rustc would convert the value and panic when it does not fit.

A caller that needs the narrow type does not compile any more, and so decides against it. What the crate itself does not
call has no caller that could, and stays as it is.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.numbers import converts
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_GROWN = re.compile(r"^expected `(\w+)`, found `(\w+)`$")


def widened_results(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The type of the value as that of the result."""
    kinds = _GROWN.match(span.label or "") if error.code == "E0308" else None
    if kinds is None or not converts(kinds[1], kinds[2]):
        return
    said = f"expected `{kinds[1]}` because of return type"
    home = next((one for one in error.spans if one.label == said and one.file in tree.files), None)
    result = node_at(tree, home) if home is not None else None
    function = around(result, "function_item")
    if home is None or result is None or function is None or node_text(result) != kinds[1]:
        return
    calls = list(_calls(function, tree))
    if calls and not any(_by_size(call) for call in calls) and not fixed(function):
        yield f"let it return `{kinds[2]}`", written_over(tree, home.file, result, kinds[2])


def fixed(function: Node) -> bool:
    """Whether a trait or another language says what a function takes and returns."""
    block = around(function, "impl_item", "trait_item")
    of_trait = block is not None and (block.type == "trait_item" or block.child_by_field_name("trait") is not None)
    return of_trait or any("extern" in node_text(one) for one in function.children if one.type == "function_modifiers")


def _calls(function: Node, tree: SourceTree) -> Iterator[Node]:
    """Where the crate calls a function of this name."""
    name = field_text(function, "name")
    for file, text in tree.files.items():
        if file.endswith(".rs") and name in text:
            for node in walk(parse(text)):
                callee = node.child_by_field_name("function") if node.type == "call_expression" else None
                if callee is not None and re.split(r"\W+", node_text(callee))[-1] == name:
                    yield node


def _by_size(call: Node) -> bool:
    """Whether a method of the number is called, such as `to_le_bytes`, which may do by its size what it does."""
    parent, function = call.parent, around(call, "function_item")
    if parent is None or parent.type == "field_expression":
        return parent is not None
    name = field_text(parent, "pattern") if parent.type == "let_declaration" else ""
    members = (one for one in walk(function) if one.type == "field_expression")
    return name != "" and any(field_text(one, "value") == name for one in members)
