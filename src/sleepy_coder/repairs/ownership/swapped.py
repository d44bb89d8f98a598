"""References that a function exchanges where it was to exchange what they refer to (E0384): `a = b` with `a: &mut T` is
nothing that a caller hears of, so that `mut a: &mut T` is no repair."""

import re
from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import arguments_of, field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MUTABLE = re.compile(r"&\s*(?:'\w+\s+)?mut\b")
_ASSIGNED = re.compile(r"^cannot assign to immutable argument `(\w+)`$")


def swaps(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits make a parameter mutable that is a `&mut T` and is assigned another one of them."""
    span, said = error.primary, _ASSIGNED.match(error.message)
    if span is None or said is None or error.code != "E0384" or span.file not in tree.files:
        return False
    name = said[1]
    added = re.compile(rf"\bmut\s+{name}\s*:")
    if not any(added.search(one.new) and not added.search(one.old) for one in edits):
        return False
    assignment = around(node_at(tree, span), "assignment_expression")
    function = around(assignment, "function_item")
    if function is None:
        return False
    given = {field_text(one, "pattern"): field_text(one, "type") for one in arguments_of(function)}
    references = {one for one, kind in given.items() if _MUTABLE.match(kind)}
    lets = [one for one in walk(function) if one.type == "let_declaration"]
    held = {field_text(one, "pattern") for one in lets if field_text(one, "value") in references}
    return name in references and field_text(assignment, "right") in references | held - {name}
