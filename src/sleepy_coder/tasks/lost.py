"""Repairs that lose what the program says: rustc warns of a variable that they made, and that nothing reads, or they
stop the program where its function reports a failure.

Where an argument is not mutable, `mut` lets a function change its own copy; where a name is unknown, `let` makes
another variable. If nobody reads it, the caller's value was meant, or the name is misspelt. A variable of the
function's own that gets its `mut` loses nothing.

Where a Result or an Option is used as what it holds, `.unwrap()` compiles everywhere. In a function that itself returns
one of them the failure has a place to go, and somebody who waits for it; which of its errors it is only the owner
knows. A lock and a thread fail after a panic alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.moved_lines import unchanged_line
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.words import added

UNREAD = "unused_variables"
_NAME = re.compile(r"`(\w+)`")
_FAILING = re.compile(r"(?:`|[-+*/%=] )&*(?:mut )?(?:Result|Option)<")
_AFTER_PANIC = re.compile(r"\b(?:MutexGuard|RwLock\w*Guard|PoisonError)\b|\bdyn Any\b")
_REPORTING = re.compile(r"(?:\w+::)*(?:\w*Result|Option)\b")
_HOMES = ("function_item", "closure_expression", "async_block", "const_item", "static_item")


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


def stops(before: SourceTree, after: SourceTree, targets: Iterable[Diagnostic]) -> str | None:
    """The function that reports failures and stops at one instead, by a call that a repair of an error put in."""
    if not any(map(_of_what_may_fail, targets)):
        return None
    for file, text in after.files.items():
        if file.endswith(".rs") and text != before.files.get(file):
            more = Counter(_stopping(text)) - Counter(_stopping(before.files.get(file, "")))
            if more:
                return next(iter(more))
    return None


def _of_what_may_fail(error: Diagnostic) -> bool:
    """Whether an error says that a Result or an Option is used as what it holds."""
    said = " ".join((error.message, *(one.label or "" for one in error.spans)))
    return _FAILING.search(said) is not None and not _AFTER_PANIC.search(said)


def _stopping(text: str) -> Iterator[str]:
    """For each `unwrap` and `expect` in a function that returns a Result or an Option, the function's name."""
    for one in walk(parse(text)):
        if one.type in ("field_identifier", "identifier") and node_text(one) in ("unwrap", "expect"):
            home = around(one, *_HOMES)
            if home is not None and home.type == "function_item" and _REPORTING.match(field_text(home, "return_type")):
                yield field_text(home, "name")
