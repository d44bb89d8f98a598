"""An Option that a local of a loop is bound to, and that is used as what it may hold (E0599, E0609), as after a search
got an answer for what is not there: a round with nothing is skipped, or there always has to be something. Both compile,
and only tests can tell (`agent/doubt.py`).

    let seat = hall.find(name);             let Some(seat) = hall.find(name) else {
                                                continue;
                                            };

Nor is the round of a pattern without its `else` skipped in a function that reports failures and would then have none.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import asked_nowhere, binding
from sleepy_coder.repairs.types.unasked import named_locals, unasked
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_OPTION = re.compile(r"^no (?:field|method)\b.* `&*(?:mut )?(?:\w+::)*Option<")
_SKIPPING = re.compile(r"\b(?:continue|break)\b")
_REPORTING = re.compile(r"(?:\w+::)*(?:\w*Result|Option)\b")
_FAILURE = re.compile(r"\?|\b(?:Err|None)\b|\breturn\b")
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


def skips_only_failure(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits skip what does not match (E0005) in a function that reports failures of which it has no other."""
    span = error.primary
    if span is None or error.code != "E0005" or span.file not in tree.files:
        return False
    if not any(len(_SKIPPING.findall(one.new)) > len(_SKIPPING.findall(one.old)) for one in edits):
        return False
    home = around(node_at(tree, span), "function_item", "closure_expression")
    block = around(home, "impl_item")
    if home is None or not _REPORTING.match(field_text(home, "return_type")) or field_text(block, "trait"):
        return False
    body, last = home.child_by_field_name("body"), ""
    if body is not None and body.named_children:
        last = node_text(body.named_children[-1])
    known = last.startswith(("Ok(", "Some("))  # what else may be a failure, as the result of a call
    return known and not _FAILURE.search(field_text(home, "body"))


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
