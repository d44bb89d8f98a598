"""An Option that a local of a loop is bound to, and that is used as what it may hold (E0599, E0609), as after a search
got an answer for what is not there: a round with nothing is skipped, or there always has to be something. Both compile,
and only tests can tell (`agent/doubt.py`).

    let seat = hall.find(name);             let Some(seat) = hall.find(name) else {
                                                continue;
                                            };
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import asked_nowhere, binding
from sleepy_coder.repairs.types.unasked import named_locals, unasked
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_OPTION = re.compile(r"^no (?:field|method)\b.* `&*(?:mut )?(?:\w+::)*Option<")
_LOOPS = ("for_expression", "while_expression", "loop_expression")


def skipped_rounds(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The next round where there is nothing, or a panic."""
    for let in _bound(error, span, tree):
        pattern, value = let.child_by_field_name("pattern"), let.child_by_field_name("value")
        if pattern is None or value is None:
            continue
        line = tree.line(span.file, let.start_point.row + 1)
        indent = line[: len(line) - len(line.lstrip())]
        step = "\t" if indent.startswith("\t") else "    "
        pieces = [
            (pattern.start_point, pattern.end_point, f"Some({node_text(pattern)})"),
            after(value, f" else {{\n{indent}{step}continue;\n{indent}}}"),
        ]
        yield "skip the round where there is none", rewritten(tree, span.file, pieces)
        yield "expect that there is one", rewritten(tree, span.file, [after(value, ".unwrap()")])


def may_skip(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether an error is about what a round of a loop may be without."""
    span = error.primary
    return span is not None and span.file in tree.files and bool(_bound(error, span, tree))


def _bound(error: Diagnostic, span: Span, tree: SourceTree) -> list[Node]:
    """The locals of loops that are bound to what a call gives, if no `?` can ask for what it holds."""
    if error.code not in ("E0599", "E0609") or not _OPTION.match(error.message) or any(unasked(error, span, tree)):
        return []
    lets = [binding(use, name) for use, name in named_locals(error, span, tree)]
    found = {one.start_byte: one for one in lets if one is not None and _in_loop(one)}
    values = {start: one.child_by_field_name("value") for start, one in found.items()}
    called = (start for start, value in values.items() if value is not None and value.type == "call_expression")
    return [found[start] for start in called if asked_nowhere(found[start])]


def _in_loop(let: Node) -> bool:
    loop = let.parent.parent if let.parent is not None else None
    return loop is not None and loop.type in _LOOPS
