"""The compiler's own proposals as edits of a source tree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic, Span
from sleepy_coder.rust.imports import sorted_in
from sleepy_coder.rust.short_paths import shortened
from sleepy_coder.rust.source import Edit, SourceTree

_PRELUDE = re.compile(r"\b(?:core|std)::prelude::v1::")
_PATH = re.compile(r"((?:\w+::)+)([A-Z]\w*)")
_OPENING = ("", " ", "\t", "\n", "(", "[", "{", "<", "&")
_INTO_OPTION = re.compile(r"^call `Into::into` on this expression to convert `(?!&(?:mut )?Option).+` into `Option<")
_FIELD = re.compile(r"(\w+): ")
_DERIVE = re.compile(r"#\[derive\(([\w:, ]*)\)\]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One of the compiler's own proposals. All of its edits belong together."""

    message: str
    applicability: Applicability
    edits: tuple[Edit, ...]


def suggestions(diagnostic: Diagnostic, tree: SourceTree) -> tuple[Suggestion, ...]:
    """The compiler's proposals as edits of `tree`, alternatives apart; those that `tree` cannot take are left out.

    rustc writes the alternatives of one help, and the parts of each, as one flat list. Parts of one alternative never
    overlap, so a place that overlaps an earlier one starts the next alternative.
    `.into()` is left out where nobody writes it: `Some(..)` is implied (`wrapping.py`).
    """
    found: list[Suggestion] = []
    for child in diagnostic.children:
        if _INTO_OPTION.match(child.message):
            continue
        for parts in _alternatives([span for span in child.spans if span.replacement is not None]):
            if any(part.in_macro or part.file not in tree.files for part in parts):
                continue
            tidy = [_tidied(part, tree) for part in parts if not _repeats(part, parts, tree)]
            placed = (sorted_in(_indented_alike(edit, tree), tree) for edit in _edits(tidy, tree))
            edits = tuple(derived_along(edit, tree) for edit in placed)
            if edits:
                applicability = parts[0].applicability or Applicability.UNSPECIFIED
                found.append(Suggestion(child.message, applicability, edits))
    return tuple(found)


def derived_along(edit: Edit, tree: SourceTree) -> Edit:
    """A `#[derive(..)]` of its own above an item, as rustc puts it; where there is one the traits go into that."""
    added = _DERIVE.fullmatch(edit.new.strip())
    if added is None or edit.last_line >= edit.first_line:
        return edit
    for number in range(edit.first_line - 1, 0, -1):
        line = tree.line(edit.file, number).strip()
        if not line.startswith(("#[", "//")):
            break
        there = _DERIVE.fullmatch(line)
        if there is not None:
            held = [name.strip() for name in there[1].split(",") if name.strip()]
            held += [name for one in added[1].split(",") if (name := one.strip()) not in held]
            return Edit(edit.file, number, number, line, f"#[derive({', '.join(held)})]")
    return edit


def _tidied(part: Span, tree: SourceTree) -> Span:
    """rustc writes for the compiler: a prelude's path, braces without space, an escape that a byte needs as little, a
    type without the path that it was written with, another with its whole path.
    """
    new = _PRELUDE.sub("", part.replacement or "").replace("b'\\\"'", "b'\"'")
    new = shortened(new, part, tree)
    named = new
    for path, name in _PATH.findall(part.text):
        named = re.sub(rf"(?<![\w:]){name}\b(?!::)", path + name, named)
    new = new if named == part.text else named  # the path may be what is wrong
    part, new = _in_empty_list(part, new, tree)
    return replace(part, replacement={("(", "{"): " { ", (")", "}"): " }"}.get((part.text, new), new))


def _in_empty_list(part: Span, new: str, tree: SourceTree) -> tuple[Span, str]:
    """Where there is an empty `<>`, rustc puts another list behind it, and a comma behind a lifetime in it."""
    line, column = tree.line(part.file, part.line_start), part.column_start - 1
    if part.byte_start != part.byte_end:
        return part, new
    if re.fullmatch(r"<.+>", new) and line[:column].endswith("<>"):
        return replace(part, byte_start=part.byte_start - 2, column_start=part.column_start - 2, text="<>"), new
    alone = line[:column].endswith("<") and line[column:].startswith(">")
    return part, new.removesuffix(", ") if alone else new


def _repeats(part: Span, parts: Sequence[Span], tree: SourceTree) -> bool:
    """Whether a part names a field before a variable of that name, behind which no other part puts anything."""
    field = _FIELD.fullmatch(part.replacement or "")
    if field is None or part.text or part.byte_start != part.byte_end:
        return False
    end = part.byte_start + len(field[1].encode())
    if any(one.file == part.file and one.byte_start == one.byte_end == end for one in parts):
        return False
    rest = tree.line(part.file, part.line_start)[part.column_start - 1 :]
    return re.match(rf"{field[1]}\s*(?:[,)]|$)", rest) is not None


def _alternatives(spans: Sequence[Span]) -> Iterator[list[Span]]:
    parts: list[Span] = []
    for span in spans:
        if any(_collide(span, part) for part in parts):
            yield parts
            parts = []
        parts.append(span)
    if parts:
        yield parts


def _collide(one: Span, other: Span) -> bool:
    same = (one.byte_start, one.byte_end) == (other.byte_start, other.byte_end)
    overlap = one.byte_start < other.byte_end and other.byte_start < one.byte_end
    return one.file == other.file and (same or overlap)


def _edits(parts: Sequence[Span], tree: SourceTree) -> tuple[Edit, ...]:
    """A narrow edit for each part if they fit beside each other, else one for all lines that a file's parts span."""
    try:
        narrow = tuple(_narrow_edit(part, tree) for part in parts)
        if _fits(narrow, tree):
            return narrow
        files = dict.fromkeys(part.file for part in parts)
        wide = tuple(_wide_edit([part for part in parts if part.file == file], tree) for file in files)
        return wide if _fits(wide, tree) else ()
    except EditRejected:
        return ()


def _fits(edits: tuple[Edit, ...], tree: SourceTree) -> bool:
    try:
        tree.apply(edits)
    except EditRejected:
        return False
    return True


def _narrow_edit(part: Span, tree: SourceTree) -> Edit:
    """An edit whose `old` is as short as it can be and still occurs once in its lines."""
    file, first, last, new = part.file, part.line_start, part.line_end, part.replacement or ""
    if part.byte_start == part.byte_end and part.column_start == 1 and new.endswith("\n"):
        return Edit(file, first, first - 1, "", new[:-1])
    text, start, end = tree.range_text(file, first, last), *_bounds(part, first, tree)
    low, high = start, end
    while high - low < len(text) and (low == high or text.count(text[low:high]) != 1):
        low, high = max(low - 1, 0), min(high + 1, len(text))
    return Edit(file, first, last, text[low:high], text[low:start] + new + text[end:high])


def _indented_alike(edit: Edit, tree: SourceTree) -> Edit:
    """rustc indents new lines by four spaces; in a file that indents by tabs they are indented by tabs."""
    lines = tree.lines(edit.file)
    if not any(line.startswith("\t") for line in lines) or any(line.startswith("    ") for line in lines):
        return edit
    whole = edit.last_line < edit.first_line
    start = r"(?:^|(?<=\n))" if whole else r"(?<=\n)"
    return replace(edit, new=re.sub(rf"{start}(?: {{4}})+", lambda found: "\t" * (len(found[0]) // 4), edit.new))


def _wide_edit(parts: Sequence[Span], tree: SourceTree) -> Edit:
    """One edit of whole lines for several parts in one file."""
    file, first, last = parts[0].file, min(part.line_start for part in parts), max(part.line_end for part in parts)
    old = new = tree.range_text(file, first, last)
    for part in sorted(parts, key=lambda part: part.byte_start, reverse=True):
        start, end = _bounds(part, first, tree)
        new = new[:start] + (part.replacement or "") + new[end:]
    return Edit(file, first, last, old, new)


def _bounds(part: Span, first: int, tree: SourceTree) -> tuple[int, int]:
    """Where a part lies in the joined lines from `first` on. Raises EditRejected if `tree` has no such place."""
    places = []
    for line, column in ((part.line_start, part.column_start), (part.line_end, part.column_end)):
        if column > len(tree.line(part.file, line)) + 1:
            raise EditRejected(f"{part.file}:{line} has no column {column}")
        places.append(sum(len(tree.line(part.file, before)) + 1 for before in range(first, line)) + column - 1)
    start, end = places
    text = tree.range_text(part.file, first, part.line_end)
    # what is taken out goes with the space that set it apart from what follows
    if not part.replacement and end > start and text[end : end + 1] == " " and text[:start][-1:] in _OPENING:
        end += 1
    return start, end
