"""Repairs that stop the program where its function reports a failure.

Where a Result or an Option is used as what it holds, `.unwrap()` compiles everywhere. In a function that itself returns
one of them the failure has a place to go, and somebody who waits for it; which of its errors it is only the owner
knows. A lock and a thread fail after a panic alone; what is made or parsed of a literal fails always or never.
"""

import re
from collections.abc import Iterable, Iterator

from sleepy_coder.repairs.types.skipped_rounds import may_skip
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk
from sleepy_coder.tasks.losses.gained import first_gained

REPORTING = re.compile(r"(?:\w+::)*(?:\w*Result|Option)\b")
"""The return types of functions that report their failures."""

_FAILING = re.compile(r"(?:`|[-+*/%=] )&*(?:mut )?(?:Result|Option)<")
_AFTER_PANIC = re.compile(r"\b(?:MutexGuard|RwLock\w*Guard|PoisonError)\b|\bdyn Any\b")
_STOPPING = re.compile(r"\b(?:unwrap|expect)\b")
_LITERAL = r"""(?:"(?:[^"\\]|\\.)*"|r#*"[^"]*"#*|\d\w*)"""
_KNOWN = re.compile(rf"(?:\w+::)+new\({_LITERAL}\)|{_LITERAL}\s*\.parse(?:::<[\w:]+>)?\(\)")
_HOMES = ("function_item", "closure_expression", "async_block", "const_item", "static_item")


def stops(before: SourceTree, after: SourceTree, targets: Iterable[Diagnostic]) -> str | None:
    """The function that reports failures and stops at one instead, by a call that a repair of an error put in.

    Not where a round of a loop might be skipped as well: then the repairs are rivals, and both wait for tests.
    """
    if not any(_of_what_may_fail(one) and not may_skip(one, before) for one in targets):
        return None
    return first_gained(before, after, _STOPPING, _stopping)


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
            if home is not None and home.type == "function_item" and REPORTING.match(field_text(home, "return_type")):
                yield field_text(home, "name")
