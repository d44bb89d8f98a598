"""Several breaks in one copy of a program, each in the body of a function of its own; what need not be checked again
is left out.

What stands in one body changes nothing in another (tests/breaker/test_phases.py proves it), so an error within a
function's lines is its break's, and the bodies of all other functions, which the green program is checked with, give
way to `loop {}`. Not for constant and asynchronous functions and those with `impl` in their type, whose bodies are seen
from outside, nor for bodies with items in them. Lines stay where they are; bytes are counted back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sleepy_coder.breaker.syntax import Break, Cut, Syntax
from sleepy_coder.rust.diagnostic import Diagnostic, Span, moved

MOST = 4  # breaks in one copy

_SEEN_FROM_OUTSIDE = re.compile(rb"\b(?:const|async|impl|macro_rules)\b")
_ITEMS_WITHIN = re.compile(rb"\b(?:struct|enum|union|trait|impl|mod|use|const|macro_rules)\b|(?<!')\bstatic\b")
_STUB = re.compile(rb"\{[ \t]*\n([ \t]*)\S")


class Function(NamedTuple):
    """An outermost function: its lines, 1-based, and the bytes of its body, braces included."""

    first_line: int
    last_line: int
    start: int
    end: int


class Part(NamedTuple):
    """One break of a copy, within the lines of a function, and the lines that it changes."""

    file: str
    function: Function
    made: Break
    changed_lines: frozenset[int]


class Stub(NamedTuple):
    """A body left out of a copy."""

    file: str
    cut: Cut
    changed_lines: range


def plain_functions(syntax: Syntax) -> tuple[Function, ...]:
    """The functions whose bodies are seen by nobody, in source order."""
    found = []
    reached = 0
    for node in syntax.all("function_item"):
        body = node.child_by_field_name("body")
        if node.start_byte < reached or body is None:
            continue
        reached = node.end_byte
        header = _SEEN_FROM_OUTSIDE.search(syntax.source, node.start_byte, body.start_byte)
        if not header and not _ITEMS_WITHIN.search(syntax.source, body.start_byte, body.end_byte):
            found.append(Function(node.start_point[0] + 1, node.end_point[0] + 1, body.start_byte, body.end_byte))
    return tuple(found)


def part_of(file: str, source: bytes, functions: Sequence[Function], made: Break) -> Part | None:
    """The break as one of several; None if it lies in no plain function's body, or moves lines."""
    first = min(cut.start for cut in made.cuts)
    index = bisect_right(functions, first, key=lambda function: function.start) - 1
    if index < 0:
        return None
    function = functions[index]
    line = function.last_line - source.count(b"\n", first, function.end)
    for cut in made.cuts:
        inside = function.start < cut.start and cut.end < function.end
        if not inside or source.count(b"\n", cut.start, cut.end) != cut.new.count(b"\n"):
            return None
    last = line + source.count(b"\n", first, max(cut.end for cut in made.cuts))
    return Part(file, function, made, frozenset(range(line, last + 1)))


def stubs_of(file: str, source: bytes, functions: Iterable[Function], parts: Iterable[Part]) -> list[Stub]:
    """The bodies of all functions without a part, as far as they stand on lines of their own."""
    kept = {part.function for part in parts if part.file == file}
    found = []
    for function in functions:
        opening = _STUB.match(source, function.start, function.end)
        end = source.rfind(b"\n", function.start, function.end)
        if function in kept or opening is None or end <= opening.start(1):
            continue
        lines = source.count(b"\n", opening.start(1), end)
        cut = Cut(opening.start(1), end, b"loop {}" + b"\n" * lines)
        first = function.last_line - lines - 1
        found.append(Stub(file, cut, range(first, function.last_line)))
    return found


def packed(parts: Mapping[int, Part], most: int = MOST) -> list[dict[int, Part]]:
    """The parts, by number, dealt to as few copies as hold them without two breaks in one function."""
    copies: list[dict[int, Part]] = []
    for number, part in parts.items():
        room = (c for c in copies if len(c) < most and not any(_meet(part, other) for other in c.values()))
        copy = next(room, None)
        if copy is None:
            copies.append(copy := {})
        copy[number] = part
    return copies


def unpacked(
    errors: Iterable[Diagnostic], parts: Mapping[int, Part], stubs: Sequence[Stub]
) -> dict[int, tuple[Diagnostic, ...] | None]:
    """The errors of each part as rustc would report them of a program with this break alone.

    None for a part whose errors touch what else was changed; for all parts if some error lies in none of them.
    """
    found: dict[int, list[Diagnostic] | None] = {number: [] for number in parts}
    for error in errors:
        primary = error.primary
        number = next((n for n, part in parts.items() if primary is not None and _holds(part, primary)), None)
        if number is None:
            return dict.fromkeys(parts)
        others: list[Part | Stub] = [*(part for other, part in parts.items() if other != number), *stubs]
        spans = [*error.spans, *(span for child in error.children for span in child.spans)]
        mine = found[number]
        if mine is None or any(_touches(span, other) for span in spans for other in others):
            found[number] = None
        else:
            cuts = [(other.file, cut) for other in others for cut in _cuts(other)]
            mine.append(_counted_back(error, cuts, parts[number]))
    return {number: None if told is None else tuple(told) for number, told in found.items()}


def _cuts(other: Part | Stub) -> tuple[Cut, ...]:
    return (other.cut,) if isinstance(other, Stub) else other.made.cuts


def _counted_back(error: Diagnostic, others: Sequence[tuple[str, Cut]], own: Part) -> Diagnostic:
    """The error with its bytes as they are if `others` are not cut; lines and columns are the same."""
    growths = sorted(
        [(cut.start, len(cut.new) - cut.end + cut.start, file, True) for file, cut in others]
        + [(cut.start, len(cut.new) - cut.end + cut.start, own.file, False) for cut in own.made.cuts]
    )

    def back(span: Span) -> Span:
        grown = undone = 0
        for start, growth, file, foreign in growths:
            if file == span.file and start + grown < span.byte_start:
                grown += growth
                undone += growth * foreign
        return replace(span, byte_start=span.byte_start - undone, byte_end=span.byte_end - undone)

    return moved(error, span=back)


def _holds(part: Part, span: Span) -> bool:
    function = part.function
    return span.file == part.file and function.first_line <= span.line_start and span.line_end <= function.last_line


def _touches(span: Span, other: Part | Stub) -> bool:
    lines = other.changed_lines
    return span.file == other.file and any(line in lines for line in range(span.line_start, span.line_end + 1))


def _meet(one: Part, other: Part) -> bool:
    mine, theirs = one.function, other.function
    return one.file == other.file and mine.first_line <= theirs.last_line and theirs.first_line <= mine.last_line
