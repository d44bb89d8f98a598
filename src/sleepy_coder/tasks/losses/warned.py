"""Repairs after which rustc warns that something is lost: of a variable that they made and that nothing reads, or of a
failure that nobody looks at.

Where an argument is not mutable, `mut` lets a function change its own copy, as what a loop, a pattern or the `let` of a
field takes from elsewhere (`made_mutable.py`); where a name is unknown, `let` makes another variable. If nobody reads
it, the caller's value was meant, or the name is misspelt. A variable of the function's own that gets its `mut` loses
nothing. A function that is to report its failures from now on needs callers that look at them.
"""

import re
from collections.abc import Iterable

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.moved_lines import unchanged_line
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.losses.made_mutable import made_mutable, mentioned, takes_part
from sleepy_coder.tasks.losses.stops import REPORTING
from sleepy_coder.tasks.words import added

UNREAD = "unused_variables"
OVERWRITTEN = "unused_assignments"
DROPPED = "unused_must_use"
_NAME = re.compile(r"`(\w+)`")


def unread(before: SourceTree, after: SourceTree, diagnostics: Iterable[Diagnostic]) -> str | None:
    """What rustc warns of a variable for which `mut` or `let` was put in: maybe it did so before, too, of the same
    mistake.
    """
    found = (one for one in diagnostics if one.code in (UNREAD, OVERWRITTEN) and not one.is_error)
    return next((one.message for one in found if _made(before, after, one)), None)


def dropped(origin: SourceTree, after: SourceTree, diagnostics: Iterable[Diagnostic]) -> str | None:
    """What rustc warns of a call whose failure is dropped, if what is called reports none in the tree as it was."""
    found = (one for one in diagnostics if one.code == DROPPED and not one.is_error)
    return next((one.message for one in found if _reports_now(origin, after, one)), None)


def _made(before: SourceTree, after: SourceTree, warning: Diagnostic) -> bool:
    span, name = warning.primary, _NAME.search(warning.message)
    if span is None or name is None:
        return False
    row = span.line_start - 1
    variables = [one for one in made_mutable(before, after) if one.name == name[1]]
    variables = [one for one in variables if one.binder.type != "let_declaration" or takes_part(one)]
    if warning.code == OVERWRITTEN:
        return any(max((use.start_byte for use in mentioned(one)), default=-1) == span.byte_start for one in variables)
    if any(one.row == row for one in variables):
        return True
    if unchanged_line(before, after, span.file, span.line_start) is not None:
        return False
    line, words = after.line(span.file, span.line_start), added(before.files[span.file], after.files[span.file])
    return "let" in words and re.search(rf"\blet (?:mut )?{name[1]}\b", line) is not None


def _reports_now(origin: SourceTree, after: SourceTree, warning: Diagnostic) -> bool:
    span = warning.primary
    call = covered(node_at(after, span), span) if span is not None and span.file in after.files else None
    if call is not None and call.type == "await_expression":
        call = call.named_children[0]
    name = re.split(r"\W+", field_text(call, "function"))[-1]
    return name != "" and _reports(after, name) and not _reports(origin, name)


def _reports(tree: SourceTree, name: str) -> bool:
    found = (one for _, one in defined(tree, name, "function_item"))
    return any(REPORTING.match(field_text(one, "return_type")) for one in found)
