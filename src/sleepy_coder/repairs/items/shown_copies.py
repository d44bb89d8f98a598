"""A private field that is changed in its place (E0616), and a method of its owner that gives back a copy of it: through
the method the change would go to the copy, and be lost.

    cart.items.push(tea)                    cart.items().push(tea)
"""

import re
from collections.abc import Sequence

from sleepy_coder.repairs.ownership.cells import is_changed
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import bare, field_text, methods, receiver
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.source import Edit, SourceTree

_PRIVATE = re.compile(r"^field `(\w+)` of (?:struct|union) `([\w:]+)` is private$")


def changes_shown(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits put a method that gives back a value of its own in the place of a field that is changed there."""
    said, span = _PRIVATE.match(error.message) if error.code == "E0616" else None, error.primary
    place = around(value_at(tree, span), "field_expression") if span is not None and span.file in tree.files else None
    if said is None or place is None or not is_changed(place, tree):
        return False
    owned = [one for one in methods(tree, bare(said[2])) if not field_text(one, "return_type").startswith("&")]
    calls = [f".{field_text(one, 'name')}(" for one in owned if receiver(one) == "&self"]
    return any(edit.new.count(call) > edit.old.count(call) for edit in edits for call in calls)
