"""Where an added `use` goes: rustc puts it before the first, people keep them sorted and together."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sleepy_coder.rust.source import Edit, SourceTree

_ADDED = re.compile(r"[ \t]*use ([\w:]+)(?: as \w+)?;\n?")
_STANDS = re.compile(r"[ \t]*use ([^;]+);\s*(?://.*)?")


def sorted_in(edit: Edit, tree: SourceTree) -> Edit:
    """An edit that adds a `use` before others, one on each line and sorted, made to add it where it belongs."""
    added = _import(edit)
    if added is None:
        return edit
    block: list[str] = []
    for line in tree.lines(edit.file)[edit.first_line - 1 :]:
        stands = _STANDS.fullmatch(line)
        if stands is None:
            break
        block.append(stands[1])
    if not block or not all(_key(one) <= _key(other) for one, other in pairwise(block)):
        return edit
    first = edit.first_line + sum(_key(one) < _key(added) for one in block)
    return _ended(replace(edit, first_line=first, last_line=first - 1), "")


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
