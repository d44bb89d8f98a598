"""Types that differ (E0308, E0529) in a way that names its repair: an iterator where its collection is wanted, texts as
patterns of a String, slices as patterns of a Vec."""

import re
from collections.abc import Iterator

from sleepy_coder.repairs.ownership.plain_locals import binding
from sleepy_coder.repairs.types.chains import endless
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_NOT_COLLECTED = re.compile(
    r"^expected `(?:Vec|VecDeque|LinkedList|BinaryHeap|[HB]\w+Map|[HB]\w+Set|String|Result|Option)(?:<.*)?`, found `"
    r"(?:Chain|Chunks|Cloned|Copied|Cycle|Drain|Enumerate|Filter|FilterMap|FlatMap|Flatten|Fuse|Inspect|IntoIter|Iter"
    r"|Map|MapWhile|Peekable|Rev|Scan|Skip|SkipWhile|Split\w*|StepBy|Take|TakeWhile|Windows|Zip|Chars|Lines|Bytes)<"
)
_TEXT_WANTED = "expected `String`"
_OF_CHARACTERS = re.compile(r"\bChars\b|\bTo(?:Upper|Lower)case\b|Iter<(?:'\w+, )?char\b")
"""In what rustc says of an iterator that gives characters: texts are joined with something between them, or not."""
_TEXT_PATTERN = re.compile(r"^expected `&?String`, found `&(?:'static )?str`$")
_OF_STRING = re.compile(r"^this expression has type `&?String`$")
_OF_VEC = re.compile(r"^expected an array or slice, found `Vec<")
_VALUE = re.compile(r"\*?([\w.]+(?:\(\)|\[[\w.+ -]+\])?)")


def mismatches(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """What makes the types agree."""
    if error.code == "E0529":
        yield from _matched_slice(error, span, tree)
    if error.code != "E0308":
        return
    label = span.label or ""
    said = "\n".join((label, *(child.message for child in error.children)))
    joins = not label.startswith(_TEXT_WANTED) or _OF_CHARACTERS.search(said)
    if _NOT_COLLECTED.match(label) and joins and not _goes_on(tree, span):
        last = tree.line(span.file, span.line_end)
        indent = last[: len(last) - len(last.lstrip())]
        apart = f"\n{indent}" if span.line_end > span.line_start and last.lstrip().startswith(".") else ""
        edit = _written(tree, span.file, span.line_end, span.column_end, "", f"{apart}.collect()")
        yield "collect what the iterator gives", edit
    for matched in error.spans:
        value = _VALUE.fullmatch(matched.text) if matched.line_start == matched.line_end else None
        if (
            matched.file in tree.files
            and value is not None
            and _TEXT_PATTERN.match(label)
            and _OF_STRING.match(matched.label or "")
        ):
            instead = f"{value[1]}.as_str()"
            edit = _written(tree, matched.file, matched.line_start, matched.column_start, matched.text, instead)
            yield "match the text of the String", edit


def _goes_on(tree: SourceTree, span: Span) -> bool:
    """Whether an iterator has no end, as it is written in the place of a collection or bound to a local."""
    place = value_at(tree, span)
    let = binding(place, node_text(place)) if place is not None and place.type == "identifier" else None
    return endless(tree.range_text(span.file, span.line_start, span.line_end)) or endless(field_text(let, "value"))


def _matched_slice(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """rustc suggests `v[..]`, out of which nothing can be moved and which no variable can hold."""
    pattern = covered(value_at(tree, span), span)
    match = around(pattern, "match_expression", "let_condition", "let_declaration")
    value = match.child_by_field_name("value") if match is not None else None
    if value is not None and _OF_VEC.search(error.message) and _VALUE.fullmatch(node_text(value)):
        instead = f"{node_text(value).removeprefix('*')}.as_slice()"
        yield "match the slice of the Vec", written_over(tree, span.file, value, instead)


def _written(tree: SourceTree, file: str, number: int, column: int, old: str, new: str) -> Edit:
    """A line with `new` in the place of `old`, which begins at `column`."""
    line = tree.line(file, number)
    return Edit(file, number, number, line, line[: column - 1] + new + line[column - 1 + len(old) :])
