"""A function whose value has grown beyond the number type that it declares (E0308): the result becomes as wide, which
loses nothing, where rustc would convert the value and panic when it does not fit.

A caller that needs the narrow type does not compile any more, and so decides against it; so does one that compiles and
may do something else (`sized_uses.py`). What the crate itself does not call has no caller that could, and stays as it
is.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.sized_uses import has_sized_use
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
    name, scopes = field_text(function, "name"), list(_callers(field_text(function, "name"), tree))
    sized = any(has_sized_use(scope, name, *kinds.groups()) for scope in scopes)
    if scopes and not sized and not fixed(function):
        yield f"let it return `{kinds[2]}`", written_over(tree, home.file, result, kinds[2])


def fixed(function: Node) -> bool:
    """Whether a trait or another language says what a function takes and returns."""
    block = around(function, "impl_item", "trait_item")
    of_trait = block is not None and (block.type == "trait_item" or block.child_by_field_name("trait") is not None)
    return of_trait or any("extern" in node_text(one) for one in function.children if one.type == "function_modifiers")


def _callers(name: str, tree: SourceTree) -> Iterator[Node]:
    """The functions, or the files, that call a function of this name, maybe in what they give to a macro."""
    for file, text in tree.files.items():
        if file.endswith(".rs") and name in text:
            for node in walk(parse(text)):
                called = node.type == "call_expression" and re.split(r"\W+", field_text(node, "function"))[-1] == name
                following = node.next_sibling if node.type == "identifier" and node_text(node) == name else None
                if called or (following is not None and following.type == "token_tree"):
                    yield around(node, "function_item", "source_file") or node
