"""Slips of the pen for which rustc has no suggestion: `fn` or `->` left out, a module of the library misspelt."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

_MODULES = frozenset(
    (
        *("alloc", "any", "arch", "array", "ascii", "backtrace", "borrow", "boxed", "cell", "char", "clone", "cmp"),
        *("collections", "convert", "default", "env", "error", "f32", "f64", "ffi", "fmt", "fs", "future", "hash"),
        *("hint", "io", "iter", "marker", "mem", "net", "num", "ops", "option", "os", "panic", "path", "pin"),
        *("prelude", "primitive", "process", "ptr", "rc", "result", "slice", "str", "string", "sync", "task"),
        *("thread", "time", "vec"),
    )
)
_OF_LIBRARY = re.compile(r"\b(?:std|core|alloc)::(?:\{\s*)?$")
_RESULT = "expected one of `->`, `where`, or `{`, found "
_HEAD = re.compile(
    r"\s*(?:pub(?:\([\w:\s]*\))?\s+)?(?:(?:default|const|async|unsafe)\s+|extern\s+\"\w+\"\s+)*"
    r"(?P<name>[a-z_]\w*)\s*(?:<.*>)?\s*\(.*(?:\{.*|,|\(|->.*|where)?$"
)
"""A line that begins as a function does, but for its keyword."""


def slips(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`fn` where a line begins like a function, `->` before its result; the modules that a path may have meant."""
    line = tree.line(span.file, span.line_start)
    if error.code is None and (head := _HEAD.fullmatch(line)) is not None and line.rstrip().endswith(("{", "{}", "}")):
        before, name = line[: head.start("name")], line[head.start("name") :]
        yield "say that it is a function", Edit(span.file, span.line_start, span.line_start, line, f"{before}fn {name}")
    word, start = span.text, span.column_start - 1
    if error.code is None and error.message.startswith(_RESULT):
        new = f"{line[:start]}-> {line[start:]}"
        yield "say that it is the result", Edit(span.file, span.line_start, span.line_start, line, new)
    if error.code in ("E0432", "E0433") and _OF_LIBRARY.search(line[:start]) and word not in _MODULES:
        for module in get_close_matches(word, sorted(_MODULES), n=2, cutoff=0.7):
            new = line[:start] + module + line[start + len(word) :]
            yield f"the standard library has `{module}`", Edit(span.file, span.line_start, span.line_start, line, new)
