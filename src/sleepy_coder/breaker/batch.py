"""Many programs checked by one run of rustc.

Starting rustc costs ten times what checking a small program does, so programs stand side by side as `mod mN { .. }` in one file,
unindented, and what rustc says is taken apart by line: file, lines and bytes are mapped back, and `mN::` is removed from every
text. Whatever could read differently for a program alone is checked alone: programs that speak of the crate root, have inner
attributes or several files, syntax errors (they hide the rest of the file), and messages that name another program's items.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.diagnostic import Child, Diagnostic, Span
from sleepy_coder.rust.source import SourceTree

PROGRAMS_PER_RUN = 64

_ALONE = re.compile(r"\bcrate\b|#!\[|macro_rules!|\bextern\b|#\[(no_mangle|macro_export|global_allocator)|\r|\ufeff|\bm\d+\b")
_DECLARED = re.compile(r"\b(?:struct|enum|trait|fn|type|mod|const|static|union)\s+([A-Za-z_]\w*)")
_WORD = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where program `index` lies in the file: `lines` before its first line, `bytes` before its first byte."""

    index: int
    tree: SourceTree
    lines: int
    bytes: int
    count: int


def errors_of(trees: Sequence[SourceTree], compiler: Compiler, *, per_run: int = PROGRAMS_PER_RUN) -> list[tuple[Diagnostic, ...] | None]:
    """The errors of each program as rustc would report them for it alone; None where the compiler gave up or ran out of time."""
    found: dict[int, tuple[Diagnostic, ...] | None] = {}
    together = [index for index, tree in enumerate(trees) if _can_share(tree)]
    while together:
        runs = [chunk for group in _grouped(together, trees) for chunk in _chunks(group, per_run)]
        files = [_joined(chunk, trees) for chunk in runs]
        again: list[int] = []
        for chunk, (tree, places), result in zip(runs, files, compiler.check_many([f for f, _ in files]), strict=True):
            told = _attributed(result, places, tree.root)
            if told is None:
                continue
            hidden = [index for index in chunk if any(error.code is None for error in told[index])]
            if hidden:
                # A syntax error hides the others' errors: they are asked again, without those that have one.
                again.extend(index for index in chunk if index not in hidden)
                found.update({index: told[index] for index in hidden if len(told[index]) > 1})
                continue
            names = _foreign_names(chunk, trees)
            for index in chunk:
                if not any(_reads_otherwise(error, names[index]) for error in told[index]):
                    found[index] = told[index]
        together = again
    alone = [index for index in range(len(trees)) if index not in found]
    for index, result in zip(alone, compiler.check_many([trees[index] for index in alone]), strict=True):
        found[index] = None if result.timed_out else tuple(d for d in result.diagnostics if d.is_error)
    return [found[index] for index in range(len(trees))]


def _can_share(tree: SourceTree) -> bool:
    return len(tree.files) == 1 and _ALONE.search(tree.files[tree.root]) is None


def _grouped(indices: Sequence[int], trees: Sequence[SourceTree]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for index in indices:
        groups.setdefault(trees[index].edition, []).append(index)
    return list(groups.values())


def _chunks(indices: Sequence[int], size: int) -> list[Sequence[int]]:
    return [indices[start : start + size] for start in range(0, len(indices), size)]


def _joined(chunk: Sequence[int], trees: Sequence[SourceTree]) -> tuple[SourceTree, list[_Place]]:
    pieces, places, lines, size = [], [], 0, 0
    for index in chunk:
        tree = trees[index]
        text = tree.files[tree.root]
        head, body = f"mod m{index} {{\n", text if text.endswith("\n") else text + "\n"
        places.append(_Place(index, tree, lines + 1, size + len(head), body.count("\n")))
        pieces += [head, body, "}\n"]
        lines += body.count("\n") + 2
        size += len(head) + len(body.encode()) + 2
    pieces.append("fn main() {}\n")
    return SourceTree({"main.rs": "".join(pieces)}, edition=trees[chunk[0]].edition), places


def _attributed(result: CheckResult, places: Sequence[_Place], file: str) -> dict[int, tuple[Diagnostic, ...]] | None:
    """Errors by program; None if one belongs to no program, or to two, so that nothing of the run can be trusted."""
    if result.timed_out:
        return None
    told: dict[int, list[Diagnostic]] = {place.index: [] for place in places}
    starts = [place.lines for place in places]
    for error in result.diagnostics:
        if not error.is_error:
            continue
        primary = error.primary
        if primary is None or primary.file != file:
            return None
        place = places[bisect_right(starts, primary.line_start - 1) - 1]
        if not all(_inside(span, place, file) for span in _spans(error)):
            return None
        told[place.index].append(_moved(error, place, file))
    return {index: tuple(errors) for index, errors in told.items()}


def _spans(error: Diagnostic) -> list[Span]:
    return [*error.spans, *(span for child in error.children for span in child.spans)]


def _inside(span: Span, place: _Place, file: str) -> bool:
    return span.file != file or place.lines < span.line_start <= span.line_end <= place.lines + place.count


def _moved(error: Diagnostic, place: _Place, file: str) -> Diagnostic:
    """The diagnostic as it reads for the program alone."""
    module = re.compile(rf"\bm{place.index}::")

    def text(words: str) -> str:
        return module.sub("", words)

    def span(old: Span) -> Span:
        if old.file != file:
            return old
        return replace(
            old,
            file=place.tree.root,
            byte_start=old.byte_start - place.bytes,
            byte_end=old.byte_end - place.bytes,
            line_start=old.line_start - place.lines,
            line_end=old.line_end - place.lines,
            label=None if old.label is None else text(old.label),
            replacement=None if old.replacement is None else text(old.replacement),
        )

    spans = tuple(span(old) for old in error.spans)
    children = tuple(Child(child.level, text(child.message), tuple(map(span, child.spans))) for child in error.children)
    moved = replace(error, message=text(error.message), spans=spans, children=children)
    return replace(moved, rendered=_rendered(text(error.rendered), moved, place, file))


def _rendered(rendered: str, moved: Diagnostic, place: _Place, file: str) -> str:
    """Line numbers and the width of their gutter as they are for the program alone."""
    arrow = re.search(r"^( *)--> ", rendered, re.MULTILINE)
    if arrow is None:
        return rendered
    old_width = len(arrow[1])
    width = len(str(max(span.line_end for span in _spans(moved))))
    lines = []
    for line in rendered.split("\n"):
        numbered = re.match(r"(\d+)( *)(?= [|+~-])", line)
        pointer = re.match(rf"( *)(-->|:::) {re.escape(file)}:(\d+):", line)
        if numbered and len(numbered[0]) == old_width:
            line = str(int(numbered[1]) - place.lines).ljust(width) + line[old_width:]
        elif pointer:
            line = f"{' ' * width}{pointer[2]} {place.tree.root}:{int(pointer[3]) - place.lines}:{line[pointer.end() :]}"
        elif line.startswith(" " * old_width):
            line = " " * width + line[old_width:]
        lines.append(line)
    return "\n".join(lines)


def _foreign_names(chunk: Sequence[int], trees: Sequence[SourceTree]) -> dict[int, set[str]]:
    """For each program what the others declare and it does not speak of."""
    texts = {index: trees[index].files[trees[index].root] for index in chunk}
    declared = {name for text in texts.values() for name in _DECLARED.findall(text)}
    return {index: declared - set(_WORD.findall(text)) for index, text in texts.items()}


def _reads_otherwise(error: Diagnostic, foreign: set[str]) -> bool:
    """Whether the text names another program's item or module, or counts what all programs have in common."""
    texts = [error.message, *(child.message for child in error.children)]
    texts += [words for span in _spans(error) for words in (span.label, span.replacement) if words]
    told = "\n".join(texts)
    if re.search(r"\bm\d+\b|\bothers\b|other candidate|full (type )?name", told):
        return True
    quoted = " ".join(re.findall(r"`([^`]*)`", told))
    words = set(_WORD.findall(quoted)) | {word for word in _WORD.findall(told) if word[0].isupper()}
    words |= {word for span in _spans(error) if span.replacement for word in _WORD.findall(span.replacement)}
    return not words.isdisjoint(foreign)
