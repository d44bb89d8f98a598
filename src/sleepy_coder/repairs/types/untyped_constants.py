"""A constant without its type (`const LIMIT = 10;`): rustc writes the type that a literal has on its own, and what uses
the constant may need another. Which one, the compiler says of each use."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import suggestions

_UNTYPED = re.compile(r"^missing type for `(?:const|static)` item$")
_OTHERS = {
    "i32": ("usize", "u64", "u32", "u8", "i64", "u16", "i8", "i16", "u128", "i128", "isize"),
    "f64": ("f32",),
}


def untyped_constants(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The other types that a number may have, in the place of the one that rustc names."""
    if not _UNTYPED.match(error.message):
        return
    for edit in (edit for one in suggestions(error, tree) for edit in one.edits):
        for named, others in _OTHERS.items():
            word = re.compile(rf"\b{named}\b")
            if word.search(edit.new) and not word.search(edit.old):
                yield from ((f"make it `{kind}`", replace(edit, new=word.sub(kind, edit.new))) for kind in others)
