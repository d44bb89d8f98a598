"""Where an added `use` goes: rustc puts it before the first, people keep them sorted and together."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sleepy_coder.rust.source import Edit, SourceTree

_ADDED = re.compile(r"[ \t]*use ([\w:]+)(?: as \w+)?;\n?")
_OF_IMPORTS = re.compile(r"(?:pub(?:\([\w:\s]*\))?\s+)?(?:use|mod|extern)\b")
_STANDS = re.compile(r"[ \t]*use ([^;]+);\s*(?://.*)?")


def sorted_in(edit: Edit, tree: SourceTree) -> Edit:
    """An edit that adds a `use` before others, one on each line, made to add it where it belongs: sorted into the block
    that imports from the same crate, or behind what that imports from there; apart from what is no `use`.
    """
    added = _import(edit)
    if added is None:
        return edit
    lines = tree.lines(edit.file)
    blocks = _blocks(lines, edit.first_line)
    if not blocks:
        follows = lines[edit.first_line - 1].strip() if edit.first_line <= len(lines) else ""
        return _ended(edit, "\n") if follows and not _OF_IMPORTS.match(follows) else edit
    crate = _key(added)[0]
    start, block = next((one for one in blocks if crate in (_key(path)[0] for path in one[1])), blocks[0])
    if all(_key(one) <= _key(other) for one, other in pairwise(block)):
        first = start + sum(_key(one) < _key(added) for one in block)
    else:
        behind = [number for number, path in enumerate(block, start + 1) if _key(path)[0] == crate]
        if not behind:
            return edit
        first = behind[-1]
    return _ended(replace(edit, first_line=first, last_line=first - 1), "")


def _blocks(lines: Sequence[str], first: int) -> list[tuple[int, list[str]]]:
    """The imports from a line on, one on each line, in the blocks that empty lines set apart, each with its start."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines[first - 1 :], first):
        stands = _STANDS.fullmatch(line)
        if stands is not None and blocks and blocks[-1][0] + len(blocks[-1][1]) == number:
            blocks[-1][1].append(stands[1])
        elif stands is not None:
            blocks.append((number, [stands[1]]))
        elif line.strip() or not blocks:
            break
    return blocks


def together(edits: Sequence[Edit]) -> list[Edit]:
    """The same edits, several `use` that are added at one place sorted and without empty lines between them."""
    places: dict[tuple[str, int], list[Edit]] = defaultdict(list)
    for edit in edits:
        if _import(edit) is not None:
            places[(edit.file, edit.first_line)].append(edit)
    joined: list[Edit] = []
    for edit in edits:
        mine = places[(edit.file, edit.first_line)] if _import(edit) is not None else [edit]
        if edit is mine[0]:
            joined += _in_order(mine)
    return joined


def _in_order(edits: Sequence[Edit]) -> list[Edit]:
    *others, last = sorted(edits, key=lambda edit: _key(_import(edit) or ""))
    end = "\n" if any(edit.new.endswith("\n") for edit in edits) else ""
    return [*(_ended(edit, "") for edit in others), _ended(last, end)]


def _ended(edit: Edit, end: str) -> Edit:
    return replace(edit, new=edit.new.rstrip("\n") + end)


def _import(edit: Edit) -> str | None:
    """The path that an edit imports and no more."""
    added = _ADDED.fullmatch(edit.new) if edit.last_line < edit.first_line else None
    return added[1] if added is not None else None


def _key(path: str) -> list[str]:
    return path.partition("{")[0].split("::")
