"""Where a repair may touch: near the error, the `use` block, the definition that a label or note names, where a string
may have begun that does not end or a delimiter be missing, where what comes before rustc's suggestions is made, as
where a local is bound without its `?`, behind the conversions of an enum of errors that lacks one, the end of a
function that ends without its `Ok(())`, and the places that are mended together or not at all.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.repairs.joint import joint
from sleepy_coder.repairs.syntax.open_delimiters import about_delimiters, suspected
from sleepy_coder.repairs.syntax.open_strings import about_texts, unpaired
from sleepy_coder.repairs.types.error_variants import error_variants
from sleepy_coder.repairs.types.missing_tails import missing_tails
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.named import named_items
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.tasks.syntax import outline

MARGIN_LINES = 12
LACKS_FIELD = "E0063"


@lru_cache(maxsize=256)
def allowed_lines(tree: SourceTree, file: str, diagnostic: Diagnostic) -> frozenset[int]:
    """The 1-based lines of `file` that a repair of this diagnostic may change or insert before."""
    ranges = _ranges(tree, file, diagnostic)
    return frozenset(line for first, last in ranges for line in range(first, last + 1))


def touched_lines(tree: SourceTree, edit: Edit) -> tuple[int, int]:
    """First and last line that an edit really changes: whole lines that it only repeats do not count."""
    if edit.last_line < edit.first_line:
        return edit.first_line, edit.first_line
    text = tree.range_text(edit.file, edit.first_line, edit.last_line)
    offset = max(text.find(edit.old), 0)
    first = edit.first_line + text.count("\n", 0, offset)
    old, new = edit.old.split("\n"), edit.new.split("\n")
    same = 0
    while same < min(len(old), len(new)) - 1 and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - 1 - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return first + same, max(first + same, first + len(old) - 1 - tail)


def _ranges(tree: SourceTree, file: str, diagnostic: Diagnostic) -> Iterator[tuple[int, int]]:
    """First and last lines."""
    spans = [*diagnostic.spans, *(span for child in diagnostic.children for span in child.spans)]
    here = [span for span in spans if span.file == file]
    for span in here:
        yield span.line_start - MARGIN_LINES, span.line_end + MARGIN_LINES
    source = tree.files.get(file, "")
    if diagnostic.elsewhere is None and (here or not spans):
        first, last = outline(source).use_lines
        yield first, last + 1
    if diagnostic.elsewhere is None and not spans:
        # an error about the whole crate, such as a missing `main`: the root may be mended
        yield 1, len(tree.lines(file)) + 1
    if about_delimiters(diagnostic) and here:
        yield from ((number, number) for number in suspected(tree, file))
    place = diagnostic.primary
    if place is not None and place.file == file:
        yield from _at_primary(tree, place, diagnostic)
    if diagnostic.code == LACKS_FIELD and file in tree.files:
        yield from _literals(tree, file, diagnostic)
    if place is not None and place.file in tree.files:
        found = (*error_variants(diagnostic, place, tree), *missing_tails(diagnostic, place, tree))
        for edit in (edit for _, edit in found if edit.file == file):
            yield edit.first_line, edit.first_line
            yield edit.last_line, edit.last_line
    yield from _places(joint(diagnostic, tree), file)
    for item in named_items(source, diagnostic):
        yield item.first_line, item.last_line + 1


def _at_primary(tree: SourceTree, place: Span, diagnostic: Diagnostic) -> Iterator[tuple[int, int]]:
    """What only the file that the error points at may have changed: where a text may have begun that does not end, and
    what is made before rustc's suggestions.
    """
    if about_texts(diagnostic):
        yield from ((number, number) for number in unpaired(tree, place))
    if place.file in tree.files:
        yield from _places(foremost(diagnostic, tree), place.file)


def _literals(tree: SourceTree, file: str, diagnostic: Diagnostic) -> Iterator[tuple[int, int]]:
    """The lines of the structs that lack a field, from the name, at which the error stands, to the last brace."""
    for span in diagnostic.primaries:
        node = around(node_at(tree, span), "struct_expression") if span.file == file else None
        if node is not None:
            yield node.start_point.row + 1, node.end_point.row + 1


def _places(found: Sequence[Suggestion], file: str) -> Iterator[tuple[int, int]]:
    """Where suggestions change a file; what is only put in stands before one line."""
    for edit in (edit for one in found for edit in one.edits if edit.file == file):
        yield edit.first_line, max(edit.first_line, edit.last_line)
