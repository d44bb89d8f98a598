"""Repairs that lose what the program says: rustc warns of a variable that they made, and that nothing reads.

Where an argument is not mutable, `mut` lets a function change its own copy; where a name is unknown, `let` makes
another variable. If nobody reads it, the caller's value was meant, or the name is misspelt. A variable of the
function's own that gets its `mut` loses nothing.
"""

import re
from collections.abc import Iterable

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.moved_lines import unchanged_line
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.words import added

UNREAD = "unused_variables"
_NAME = re.compile(r"`(\w+)`")


def lost(before: SourceTree, after: SourceTree, diagnostics: Iterable[Diagnostic]) -> str | None:
    """What rustc warns of a variable for which `mut` or `let` was put in: maybe it did so before, too, of the same
    mistake.
    """
    found = (one for one in diagnostics if one.code == UNREAD and not one.is_error)
    return next((one.message for one in found if _made(before, after, one)), None)


def _made(before: SourceTree, after: SourceTree, warning: Diagnostic) -> bool:
    span, name = warning.primary, _NAME.search(warning.message)
    if span is None or name is None or unchanged_line(before, after, span.file, span.line_start) is not None:
        return False
    line, words = after.line(span.file, span.line_start), added(before.files[span.file], after.files[span.file])
    of_argument = "mut" in words and re.search(rf"(?<!let )\bmut {name[1]}\s*:", line)
    return bool(of_argument or ("let" in words and re.search(rf"\blet (?:mut )?{name[1]}\b", line)))
