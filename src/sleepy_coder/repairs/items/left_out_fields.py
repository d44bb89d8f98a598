"""Patterns that leave out a field which counts (E0023, E0027): where a type is compared, copied or hashed by hand each
of its fields does, and so does a part of the same type, which what walks through all of it would not reach."""

import re
from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import bare, field_text, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_WHOLE = frozenset(("PartialEq", "PartialOrd", "Ord", "Hash", "Clone"))
_LACKING = re.compile(r"^pattern does not mention fields? (.*)")


def leaves_out(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether what an error says is left out by a pattern would stay unread, and has to be read."""
    span = error.primary if error.code in ("E0023", "E0027") else None
    node = node_at(tree, span) if span is not None and span.file in tree.files else None
    function = around(node, "function_item")
    if node is None or function is None:
        return False
    if error.code == "E0027":
        lacking = _LACKING.match(error.message)
        names = re.findall(r"`(\w+)`", lacking[1]) if lacking is not None else []
        read = {node_text(one) for one in walk(function) if one.type in ("identifier", "field_identifier")}
        return bare(field_text(around(function, "impl_item"), "trait")) in _WHOLE and not read.issuperset(names)
    pattern = around(node, "tuple_struct_pattern")
    path = field_text(pattern, "type").split("::")
    home = only(tree, path[0], "enum_item") if len(path) == 2 else None
    if pattern is None or home is None or not any(re.search(r"\b_\b|\.\.", edit.new) for edit in edits):
        return False
    variants = (one for one in walk(home[1]) if one.type == "enum_variant" and field_text(one, "name") == path[1])
    body = next((one.child_by_field_name("body") for one in variants), None)
    kinds = [node_text(one) for one in (body.named_children if body is not None else ())]
    bound = len(pattern.named_children) - 1
    return any(re.search(rf"\b{path[0]}\b", kind) for kind in kinds[bound:])
