"""Types that differ (E0308) in a way that names its repair: an iterator where its collection is wanted, texts as
patterns of a String."""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

_NOT_COLLECTED = re.compile(
    r"^expected `(?:Vec|VecDeque|LinkedList|BinaryHeap|[HB]\w+Map|[HB]\w+Set|String|Result|Option)(?:<.*)?`, found `"
    r"(?:Chain|Chunks|Cloned|Copied|Cycle|Drain|Enumerate|Filter|FilterMap|FlatMap|Flatten|Fuse|Inspect|IntoIter|Iter"
    r"|Map|MapWhile|Peekable|Rev|Scan|Skip|SkipWhile|Split\w*|StepBy|Take|TakeWhile|Windows|Zip|Chars|Lines|Bytes)<"
)
_TEXT_PATTERN = re.compile(r"^expected `&?String`, found `&(?:'static )?str`$")
_OF_STRING = re.compile(r"^this expression has type `&?String`$")
_VALUE = re.compile(r"\*?([\w.]+(?:\(\))?)")


def mismatches(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """What makes the types agree."""
    if error.code != "E0308":
        return
    label = span.label or ""
    if _NOT_COLLECTED.match(label):
        last = tree.line(span.file, span.line_end)
        indent = last[: len(last) - len(last.lstrip())]
        apart = f"\n{indent}" if span.line_end > span.line_start and last.lstrip().startswith(".") else ""
        edit = _written(tree, span.file, span.line_end, span.column_end, "", f"{apart}.collect()")
        yield "collect what the iterator gives", edit
    for matched in error.spans:
        value = _VALUE.fullmatch(matched.text)
        if value is not None and _TEXT_PATTERN.match(label) and _OF_STRING.match(matched.label or ""):
            instead = f"{value[1]}.as_str()"
            edit = _written(tree, matched.file, matched.line_start, matched.column_start, matched.text, instead)
            yield "match the text of the String", edit


def _written(tree: SourceTree, file: str, number: int, column: int, old: str, new: str) -> Edit:
    """A line with `new` in the place of `old`, which begins at `column`."""
    line = tree.line(file, number)
    return Edit(file, number, number, line, line[: column - 1] + new + line[column - 1 + len(old) :])
