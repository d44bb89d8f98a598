"""THE answer format: one or a few edits, each anchored on text that stands once in a numbered line of the prompt.

    edit   = N AFTER anchor TEXT new | N BEFORE anchor TEXT new | N REPLACE old TEXT new
           | N ABOVE new | N LINES M TEXT new
    answer = edit { AND edit }

N and M are numbers of the excerpt; anchor and old name a run of lexical tokens of line N: by its text, which stands
there exactly once, unless another `Naming` is given. An insertion names its neighbour and is not copied with it, so
nothing is written twice: copying is what small models get wrong. LINES with an empty text removes the lines. The marks
are ordinary text to any tokenizer and single tokens in ours; they cannot occur in the prompt.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sleepy_coder.lm.changes import Change, changes_between
from sleepy_coder.lm.lexical import tokens
from sleepy_coder.lm.naming import AFTER, ANCHORS, BEFORE, REPLACE, Naming
from sleepy_coder.lm.prompt import Excerpt, ExcerptLine
from sleepy_coder.rust.opcodes import opcodes
from sleepy_coder.rust.source import Edit, SourceTree

LINES, ABOVE = "<|lines|>", "<|above|>"
TEXT, AND = "<|text|>", "<|and|>"
OPERATIONS = (AFTER, BEFORE, REPLACE, LINES, ABOVE)
MARKS = (*OPERATIONS, TEXT, AND)
MOST_EDITS = 6
MOST_CHANGES_IN_A_LINE = 3
LONGEST_NEW = 2000
_HALF = re.compile("[\ud800-\udfff]")  # JSON can say such, and no file can hold it


class AnswerUnparseable(ValueError):
    """A model's text is no answer to this prompt; the message says why."""


def parse_answer(text: str, shown: Excerpt, naming: Naming = ANCHORS) -> tuple[Edit, ...]:
    """The edits that `text` asks for, one a line or line range; the tree shown can take them all.

    Raises `AnswerUnparseable`.
    """
    if len(text) > MOST_EDITS * LONGEST_NEW:
        raise AnswerUnparseable("the answer is too long")
    if _HALF.search(text):
        raise AnswerUnparseable("the answer holds half a character")
    pieces = text.split(AND)
    if len(pieces) > MOST_EDITS:
        raise AnswerUnparseable("too many edits")
    whole: list[Edit] = []
    within: dict[int, list[Change]] = {}
    for piece in pieces:
        number, operation, rest = _split_head(piece)
        line = _line(shown, number)
        if operation == ABOVE:
            whole.append(Edit(line.file, line.line, line.line - 1, "", _checked(rest)))
        elif operation == LINES:
            whole.append(_range_edit(shown, line, rest))
        else:
            within.setdefault(number, []).append(_change(operation, line, rest, naming))
    for number, changes in within.items():
        line = _line(shown, number)
        whole.append(Edit(line.file, line.line, line.line, line.text, _changed(line, changes)))
    _refuse_overlaps(whole)
    return tuple(whole)


def render_answer(before: SourceTree, after: SourceTree, shown: Excerpt, naming: Naming = ANCHORS) -> str | None:
    """The answer that turns `before` into `after`, or None where the excerpt or the format does not reach."""
    pieces: list[str] = []
    for file, text in before.files.items():
        if after.files.get(file) == text:
            continue
        if file not in after.files:
            return None
        piece = _render_file(before.lines(file), after.lines(file), file, shown, naming)
        if piece is None:
            return None
        pieces += piece
    if not pieces or set(after.files) != set(before.files):
        return None
    answer = AND.join(pieces)
    return answer if _says(answer, before, after, shown, naming) else None


def _says(answer: str, before: SourceTree, after: SourceTree, shown: Excerpt, naming: Naming) -> bool:
    """What no edit can say (line endings, a final newline) and what is too long shows only when the answer is read."""
    try:
        return before.apply(parse_answer(answer, shown, naming)).files == after.files
    except AnswerUnparseable:
        return False


def _split_head(piece: str) -> tuple[int, str, str]:
    places = [(place, mark) for mark in OPERATIONS if (place := piece.find(mark)) >= 0]
    if not places:
        raise AnswerUnparseable("no operation")
    place, mark = min(places)
    number = piece[:place].strip()
    if not number.isascii() or not number.isdigit() or len(number) > 4:
        raise AnswerUnparseable("no line number")
    return int(number), mark, piece[place + len(mark) :]


def _line(shown: Excerpt, number: int) -> ExcerptLine:
    line = shown.at(number)
    if line is None or not line.editable:
        raise AnswerUnparseable(f"line {number} cannot be edited")
    return line


def _split_text(rest: str) -> tuple[str, str]:
    head, mark, new = rest.partition(TEXT)
    if not mark:
        raise AnswerUnparseable("no text")
    return head, _checked(new)


def _checked(new: str) -> str:
    if len(new) > LONGEST_NEW or any(mark in new for mark in MARKS):
        raise AnswerUnparseable("the text is too long or holds a mark")
    return new


def _range_edit(shown: Excerpt, first: ExcerptLine, rest: str) -> Edit:
    head, new = _split_text(rest)
    if not head.isascii() or not head.isdigit() or len(head) > 4:
        raise AnswerUnparseable("no last line")
    last = _line(shown, int(head))
    if last.file != first.file or last.line - first.line != last.number - first.number or last.line < first.line:
        raise AnswerUnparseable("the lines are no range")
    old = "\n".join(_line(shown, number).text for number in range(first.number, last.number + 1))
    if new:
        return Edit(first.file, first.line, last.line, old, new)
    if shown.find(first.file, last.line + 1) is not None:  # else there may be no next line, and an empty one stays
        return Edit(first.file, first.line, last.line + 1, f"{old}\n", "")
    return Edit(first.file, first.line, last.line, old, "")


def _refuse_overlaps(edits: Sequence[Edit]) -> None:
    """The same test that `SourceTree.apply` makes, with places counted in line starts (even) and line ends (odd)."""
    places: dict[str, list[tuple[int, int]]] = {}
    for edit in edits:
        start, end = 2 * edit.first_line, 2 * edit.last_line + 1
        if edit.last_line < edit.first_line:
            end = start
        elif edit.old.endswith("\n") and not edit.new:
            end = 2 * edit.last_line
        places.setdefault(edit.file, []).append((start, end))
    for taken in places.values():
        if any(left[1] > right[0] for left, right in pairwise(sorted(taken))):
            raise AnswerUnparseable("edits overlap")


def _change(operation: str, line: ExcerptLine, rest: str, naming: Naming) -> Change:
    anchor, new = _split_text(rest)
    if "\n" in anchor:
        raise AnswerUnparseable("the anchor is more than one line")
    place = naming.place(tokens(line.text), anchor)
    if place is None:
        raise AnswerUnparseable("the anchor does not name exactly one place in its line")
    first, past = place
    if operation == AFTER:
        return Change(past, past, new)
    if operation == BEFORE:
        return Change(first, first, new)
    return Change(first, past, new)


def _changed(line: ExcerptLine, changes: Sequence[Change]) -> str:
    parts = list(tokens(line.text))
    ordered = sorted(changes, key=lambda change: (change.first, change.past))
    for left, right in pairwise(ordered):
        if right.first < left.past:
            raise AnswerUnparseable("edits overlap")
    for change in reversed(ordered):
        parts[change.first : change.past] = [change.new]
    return "".join(parts)


def _render_file(old: Sequence[str], new: Sequence[str], file: str, shown: Excerpt, naming: Naming) -> list[str] | None:
    pieces: list[str] = []
    for tag, i1, i2, j1, j2 in opcodes(old, new):
        if tag == "equal":
            continue
        if i1 == i2:
            place = shown.find(file, i1 + 1)
            if place is None or not place.editable:
                return None
            pieces.append(f"{place.number}{ABOVE}" + "\n".join(new[j1:j2]))
            continue
        touched = [shown.find(file, line + 1) for line in range(i1, i2)]
        lines = [line for line in touched if line is not None and line.editable]
        if len(lines) < len(touched):
            return None
        inner = list(_render_lines(lines, new[j1:j2], naming)) if i2 - i1 == j2 - j1 else None
        if inner is None or None in inner:
            pieces.append(f"{lines[0].number}{LINES}{lines[-1].number}{TEXT}" + "\n".join(new[j1:j2]))
        else:
            pieces += [piece for piece in inner if piece is not None]
    return pieces


def _render_lines(lines: Sequence[ExcerptLine], new: Sequence[str], naming: Naming) -> Iterator[str | None]:
    for line, text in zip(lines, new, strict=True):
        rendered = _render_line(line, text, naming)
        if rendered is None:
            yield None
        else:
            yield from rendered


def _render_line(line: ExcerptLine, new: str, naming: Naming) -> list[str] | None:
    """The changes within one line, each anchored; None where whole lines say it better."""
    old = tokens(line.text)
    if not new.strip():
        return None
    changes = changes_between(old, tokens(new))
    if len(changes) > MOST_CHANGES_IN_A_LINE:
        return None
    anchored = [found for change in changes if (found := naming.name(old, change)) is not None]
    try:
        read = [_change(operation, line, f"{anchor}{TEXT}{text}", naming) for operation, anchor, text in anchored]
        if len(anchored) < len(changes) or _changed(line, read) != new:
            return None
    except AnswerUnparseable:  # anchors widened until they are unique may overlap
        return None
    return [f"{line.number}{operation}{anchor}{TEXT}{text}" for operation, anchor, text in anchored]
