"""A variant that is named without its enum (E0422, E0425, E0531): rustc would import it. Where the enum is at hand, the
usual way is to say whose variant it is.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Applicability, Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion, suggestions

_IMPORT = re.compile(r"use (?:crate|self|super)::(?:\w+::)*([^\W\da-z]\w*)::(\w+);")


def qualified(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """`Enum::Variant` for each import of a variant of an enum of the same file."""
    span = error.primary
    if error.code not in ("E0422", "E0425", "E0531") or span is None or span.file not in tree.files or span.in_macro:
        return
    line = tree.line(span.file, span.line_start)
    for one in suggestions(error, tree):
        found = _IMPORT.fullmatch(one.edits[0].new.strip()) if len(one.edits) == 1 else None
        if found is None or found[2] != span.text or not re.search(rf"\benum {found[1]}\b", tree.files[span.file]):
            continue
        new = line[: span.column_start - 1] + f"{found[1]}::" + line[span.column_start - 1 :]
        edit = Edit(span.file, span.line_start, span.line_start, line, new)
        yield Suggestion(f"a variant of `{found[1]}`", Applicability.MAYBE, (edit,))
