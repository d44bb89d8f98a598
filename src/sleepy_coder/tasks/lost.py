"""Repairs that lose what the program says: rustc warns of a variable that they made, and that nothing reads, or of a
failure that nobody looks at, or they stop the program where its function reports a failure.

Where an argument is not mutable, `mut` lets a function change its own copy, as what a loop, a pattern or the `let` of a
field takes from elsewhere (`made_mutable.py`); where a name is unknown, `let` makes another variable. If nobody reads
it, the caller's value was meant, or the name is misspelt. A variable of the function's own that gets its `mut` loses
nothing. A function that is to report its failures from now on needs callers
that look at them.

Where a Result or an Option is used as what it holds, `.unwrap()` compiles everywhere. In a function that itself returns
one of them the failure has a place to go, and somebody who waits for it; which of its errors it is only the owner
knows. A lock and a thread fail after a panic alone; what is made or parsed of a literal fails always or never.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sleepy_coder.repairs.types.skipped_rounds import may_skip
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.moved_lines import unchanged_line
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.made_mutable import changes_lost_copy, made_mutable, mentioned, takes_part
from sleepy_coder.tasks.words import added

UNREAD = "unused_variables"
OVERWRITTEN = "unused_assignments"
DROPPED = "unused_must_use"
_NAME = re.compile(r"`(\w+)`")
_FAILING = re.compile(r"(?:`|[-+*/%=] )&*(?:mut )?(?:Result|Option)<")
_AFTER_PANIC = re.compile(r"\b(?:MutexGuard|RwLock\w*Guard|PoisonError)\b|\bdyn Any\b")
_REPORTING = re.compile(r"(?:\w+::)*(?:\w*Result|Option)\b")
_STOPPING = re.compile(r"\b(?:unwrap|expect)\b")
_LITERAL = r"""(?:"(?:[^"\\]|\\.)*"|r#*"[^"]*"#*|\d\w*)"""
_KNOWN = re.compile(rf"(?:\w+::)+new\({_LITERAL}\)|{_LITERAL}\s*\.parse(?:::<[\w:]+>)?\(\)")
_HOMES = ("function_item", "closure_expression", "async_block", "const_item", "static_item")


def lost(before: SourceTree, after: SourceTree, diagnostics: Iterable[Diagnostic]) -> str | None:
    """What rustc warns of a variable for which `mut` or `let` was put in: maybe it did so before, too, of the same
    mistake.
    """
    found = (one for one in diagnostics if one.code in (UNREAD, OVERWRITTEN) and not one.is_error)
    return next((one.message for one in found if _made(before, after, one)), None)


def copied(before: SourceTree, after: SourceTree) -> str | None:
    """The variable made mutable that is a copy of something, if its change is lost with it."""
    return next((one.name for one in made_mutable(before, after) if changes_lost_copy(one)), None)


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
    return any(_REPORTING.match(field_text(one, "return_type")) for one in found)


def stops(before: SourceTree, after: SourceTree, targets: Iterable[Diagnostic]) -> str | None:
    """The function that reports failures and stops at one instead, by a call that a repair of an error put in.

    Not where a round of a loop might be skipped as well: then the repairs are rivals, and both wait for tests.
    """
    if not any(_of_what_may_fail(one) and not may_skip(one, before) for one in targets):
        return None
    for file, text in after.files.items():
        old = before.files.get(file, "")
        if file.endswith(".rs") and len(_STOPPING.findall(text)) > len(_STOPPING.findall(old)):
            more = Counter(_stopping(text)) - Counter(_stopping(old))
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
        if one.type in ("field_identifier", "identifier") and _STOPPING.fullmatch(node_text(one)):
            home = around(one, *_HOMES)
            if _KNOWN.fullmatch(field_text(one.parent, "value")):
                continue
            if home is not None and home.type == "function_item" and _REPORTING.match(field_text(home, "return_type")):
                yield field_text(home, "name")
