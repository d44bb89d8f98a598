"""A call with one argument too many: rustc takes out one whose type does not fit, or just the last; here each is tried,
so that it shows where several may be the wrong one.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import rewritten
from sleepy_coder.rust.source import Edit, SourceTree

MOST_ARGUMENTS = 6
_TAKES = re.compile(r"takes (\d+) arguments? but (\d+) arguments? (?:was|were) supplied")


def spare(error: Diagnostic) -> int:
    """How many arguments a call has too many; 0 for other errors."""
    found = _TAKES.search(error.message) if error.code in ("E0057", "E0061") else None
    return 0 if found is None else max(0, int(found[2]) - int(found[1]))


def without_one(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The call without each of its arguments, if one is too many."""
    arguments = arguments_at(value_at(tree, span)) if spare(error) == 1 else None
    given = [] if arguments is None else [one for one in arguments.named_children if one.type not in COMMENTS]
    for number, one in enumerate(given if 1 < len(given) <= MOST_ARGUMENTS else ()):
        if number + 1 < len(given):
            piece = (one.start_point, given[number + 1].start_point, "")
        else:
            piece = (given[number - 1].end_point, one.end_point, "")
        yield f"take out argument {number + 1}", rewritten(tree, span.file, [piece])


def arguments_at(callee: Node | None) -> Node | None:
    """Of the call whose name, or whole, stands at a node."""
    call = around(callee, "call_expression")
    while call is not None and callee is not None:
        function = call.child_by_field_name("function")
        if function is not None and function.start_byte <= callee.start_byte < function.end_byte:
            return call.child_by_field_name("arguments")
        call = around(call.parent, "call_expression")
    return None
