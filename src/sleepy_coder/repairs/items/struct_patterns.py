"""A variant with named fields, matched as if it had none or a tuple of them (E0164, E0533): rustc would ignore all of
its fields, of which the pattern may name some.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_WRONG = re.compile(r"expected (?:tuple struct or tuple|unit struct, unit) variant.*, found struct variant")


def struct_patterns(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The pattern with the braces of its variant, if all that it names are fields."""
    if not _WRONG.match(error.message):
        return
    pattern = node_at(tree, span)
    while pattern is not None and not _is_whole(pattern, span):
        pattern = pattern.parent
    path = pattern.child_by_field_name("type") if pattern is not None else None
    if pattern is None:
        return
    if path is None:
        yield "ignore its fields", written_over(tree, span.file, pattern, f"{node_text(pattern)} {{ .. }}")
        return
    parts = [node_text(one) for one in pattern.named_children if one != path]
    fields = _fields(tree, node_text(path).rpartition("::")[2])
    named = [part for part in parts if part not in ("_", "..")]
    if fields is not None and set(named) <= set(fields) and len(named) == len(set(named)):
        rest = [] if len(named) == len(fields) else [".."]
        new = f"{node_text(path)} {{ {', '.join((*named, *rest))} }}"
        yield "match its fields by name", written_over(tree, span.file, pattern, new)


def _is_whole(node: Node, span: Span) -> bool:
    exact = (node.start_byte, node.end_byte) == (span.byte_start, span.byte_end)
    return exact and node.type in ("tuple_struct_pattern", "scoped_identifier")


def _fields(tree: SourceTree, name: str) -> list[str] | None:
    """The fields of the one variant of a name that has named ones."""
    found = []
    for file, text in tree.files.items():
        for one in walk(parse(text)) if file.endswith(".rs") and name in text else ():
            variant, body = (one.child_by_field_name(field) for field in ("name", "body"))
            if one.type == "enum_variant" and variant is not None and node_text(variant) == name:
                found.append(_names(body))
    return found[0] if len(found) == 1 else None


def _names(body: Node | None) -> list[str]:
    declared = (one.child_by_field_name("name") for one in (body.named_children if body is not None else ()))
    return [node_text(one) for one in declared if one is not None]
