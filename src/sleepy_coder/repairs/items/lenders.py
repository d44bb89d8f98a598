"""Which of several parameters a result borrows from (E0106): rustc would have it borrow from all, which every caller
must then keep; mostly it is one, and then only one compiles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Child, Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion, suggestions
from sleepy_coder.rust.walk import walk


def lenders(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """What rustc suggests, for each parameter without the others' lifetimes. Only of parameters that the body names can
    it tell which one it is."""
    span = error.primary
    if error.code != "E0106" or span is None or span.file not in tree.files:
        return
    function = around(node_at(tree, span), "function_item", "function_signature_item")
    body = function.child_by_field_name("body") if function is not None else None
    listed = function.child_by_field_name("parameters") if function is not None else None
    if listed is None or body is None:
        return
    used = {node_text(one) for one in walk(body) if one.type == "identifier"}
    for child in error.children:
        parts = [part for part in child.spans if part.replacement is not None and part.file == span.file]
        lent = {parameter: _within(parameter, parts) for parameter in listed.named_children}
        lent = {parameter: own for parameter, own in lent.items() if own}
        for parameter, own in lent.items() if len(lent) > 1 else ():
            if _names(parameter) & used:
                rest = [part for part in parts if part in own or not any(part in other for other in lent.values())]
                alone = replace(error, children=(Child(child.level, child.message, tuple(rest)),))
                yield from suggestions(alone, tree)


def _within(node: Node, parts: Sequence[Span]) -> list[Span]:
    return [part for part in parts if node.start_byte <= part.byte_start and part.byte_end <= node.end_byte]


def _names(parameter: Node) -> set[str]:
    pattern = parameter.child_by_field_name("pattern")
    return {node_text(one) for one in walk(pattern) if "identifier" in one.type}
