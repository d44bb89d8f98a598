"""A method that changes what it was given as `self` (E0594, E0596) and gives none of it back: as `mut self`, which
rustc suggests, the change would end with the method. It is its caller's value that is to be changed.

A method that ends what it is called on (`finish`, `into_parts`, one that returns the next state) takes it on purpose;
and one that computes something from a copy leaves its caller's as it is.
"""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.items.copies import derived
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_CHANGED = "`self` is not declared as mutable"
_ENDING = re.compile(
    r"(?:into|finish|finalize|close|commit|abort|rollback|build|end|done|consume|join|submit|shutdown|complete|release"
    r"|dispose|destroy|dissolve)(?:_\w+)?"
)
_FAILING = re.compile(r"(?:\w+::)*Result<(.*),[^,]*>", re.DOTALL)
_TYPES = ("struct_item", "enum_item", "union_item")


def lent_self(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`&mut self`, unless the result may hold what was changed."""
    if error.code not in ("E0594", "E0596") or not error.message.endswith(_CHANGED):
        return
    method = around(node_at(tree, span), "function_item")
    block = around(method, "impl_item")
    listed, result = (method.child_by_field_name(name) if method else None for name in ("parameters", "return_type"))
    taken = next((one for one in listed.named_children if one.type == "self_parameter"), None) if listed else None
    kind = block.child_by_field_name("type") if block is not None else None
    if taken is None or node_text(taken) != "self" or kind is None or block is None:
        return
    own, returned = re.split(r"\W", node_text(kind))[0], node_text(result) if result is not None else ""
    types = re.findall(r"\w+", _FAILING.sub(r"\1", returned))
    kept = "Self" in types or any(defined(tree, one, *_TYPES) for one in types)
    copied = result is not None and any(derived(one, "Copy") is not None for _, one in defined(tree, own, *_TYPES))
    ended = _ENDING.fullmatch(field_text(method, "name")) is not None
    if block.child_by_field_name("trait") is None and not (kept or copied or ended):
        yield "change the caller's value", rewritten(tree, span.file, [before(taken, "&mut ")])
