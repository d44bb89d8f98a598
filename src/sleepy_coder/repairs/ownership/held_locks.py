"""A lock that is taken and dropped at once (`let _ = m.lock();`): rustc proposes to hold it, for which whoever takes it
again in the same block would wait forever."""

import re
from collections.abc import Sequence

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_HELD = re.compile(r"\blet\s+(?:mut\s+)?(?:_\w+|[a-z]\w*)\s*[=:]")
_LOCKING = frozenset(("lock", "write", "read"))


def holds_on(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits hold a lock that its block takes again behind it."""
    span = error.primary
    if span is None or error.code != "let_underscore_lock" or span.file not in tree.files:
        return False
    let = around(node_at(tree, span), "let_declaration")
    taken = [one for one in walk(let) if one.type == "field_expression" and field_text(one, "field") in _LOCKING]
    if let is None or not taken:
        return False
    try:
        line = tree.apply(edits).line(span.file, let.start_point.row + 1)
    except (EditRejected, IndexError):
        return False
    place, kind = field_text(taken[0], "value"), field_text(taken[0], "field")
    later = (one for one in walk(let.parent) if one.type == "field_expression" and one.start_byte > let.end_byte)
    again = (field_text(one, "field") for one in later if field_text(one, "value") == place)
    waits = any(one in _LOCKING and not one == kind == "read" for one in again)
    return waits and _HELD.search(line) is not None
