"""A `break` with a value out of a loop that has none (E0571): rustc proposes to leave out the value, which is what the
loop was to find."""

import re
from collections import Counter
from collections.abc import Sequence

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_WORD = re.compile(r"\w+")


def drops_found(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits leave out the value of a `break` that may not have one, rather than put it elsewhere."""
    span = error.primary
    if span is None or error.code != "E0571" or span.file not in tree.files:
        return False
    broken = around(node_at(tree, span), "break_expression")
    value = broken.named_children[-1] if broken is not None and broken.named_children else None
    if value is None or value.type in ("label", "unit_expression"):
        return False
    old, new = (
        Counter(_WORD.findall("\n".join(texts))) for texts in ([one.old for one in edits], [one.new for one in edits])
    )
    return bool((old - new) & Counter(_WORD.findall(node_text(value))))
