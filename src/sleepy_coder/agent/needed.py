"""Which of the edits that were chosen for several errors are needed: an error may go with what mends another one."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.imports import together
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.pairing import error_key
from sleepy_coder.tasks.phases import body_at
from sleepy_coder.tasks.verify import Judge

Place = tuple[str, str]  # a file and a function's path in it, "" outside of functions
MOST_TRIED = 12
"""Candidates that are tried to be left out at most, each for a compile."""

_HEAD = re.compile(r"\bfn (\w+)")
_CALL = re.compile(r"\b(\w+)\(")


def joined(chosen: Mapping[int, Sequence[Edit]]) -> list[Edit]:
    """All their edits in the order of the targets, each once: one missing import may be what several errors ask for."""
    return together(list(dict.fromkeys(edit for number in sorted(chosen) for edit in chosen[number])))


def applied(tree: SourceTree, chosen: Mapping[int, Sequence[Edit]]) -> SourceTree | None:
    """The tree with all of them, None where they do not fit together."""
    try:
        return tree.apply(joined(chosen))
    except EditRejected:
        return None


def places(tree: SourceTree, edits: Sequence[Edit]) -> set[Place]:
    """Where edits are made; lines that are put in before a function are not in it."""
    return {(edit.file, body_at(tree, edit.file, min(edit.first_line, edit.last_line)) or "") for edit in edits}


def needed(
    judge: Judge, tree: SourceTree, chosen: Mapping[int, tuple[Edit, ...]], homes: Sequence[Place]
) -> dict[int, tuple[Edit, ...]]:
    """The candidates without which something is worse than with all of them; `homes` are the places of the errors.

    Only those that meet another's in a function or a line, or call a function whose head another changes, are tried to
    be left out, the last first, as root causes come first.
    """
    met = _meeting(tree, chosen, homes)[:MOST_TRIED]
    alone = _as_good(judge, tree, chosen, [{way} for way in met])
    spare: set[tuple[Edit, ...]] = set()
    for way in [way for way, good in zip(met, alone, strict=True) if good]:
        if _as_good(judge, tree, chosen, [spare | {way}]) == [True]:
            spare.add(way)
    return _without(chosen, spare)


def _meeting(
    tree: SourceTree, chosen: Mapping[int, tuple[Edit, ...]], homes: Sequence[Place]
) -> list[tuple[Edit, ...]]:
    """The different candidates that share a function or a line with another one, or the function that one declares and
    the other calls, the last first.
    """
    where: dict[tuple[Edit, ...], set[tuple[str, str | int]]] = {}
    heads = {name for edits in chosen.values() for name in _named(_HEAD, tree, edits)}
    for number in sorted(chosen, reverse=True):
        edits = chosen[number]
        calls = {("", name) for name in heads & {*_named(_HEAD, tree, edits), *_named(_CALL, tree, edits)}}
        where.setdefault(edits, {*places(tree, edits), *_lines(edits), *calls}).add(homes[number])
    shared = Counter(place for found in where.values() for place in found if place[1])
    return [way for way, found in where.items() if any(shared[place] > 1 for place in found)]


def _named(what: re.Pattern[str], tree: SourceTree, edits: Sequence[Edit]) -> set[str]:
    """The functions that are declared, or called, in the lines that edits change."""
    changed = (tree.line(file, line) for file, line in _lines(edits))
    return {name for text in changed for name in what.findall(text)}


def _lines(edits: Sequence[Edit]) -> set[tuple[str, int]]:
    return {(edit.file, line) for edit in edits for line in range(edit.first_line, edit.last_line + 1)}


def _as_good(
    judge: Judge,
    tree: SourceTree,
    chosen: Mapping[int, tuple[Edit, ...]],
    left_out: Sequence[Collection[tuple[Edit, ...]]],
) -> list[bool]:
    """Whether the tree has no other errors without some candidates than with all of them."""
    trees = [applied(tree, _without(chosen, some)) for some in ((), *left_out)]
    checks = iter(judge.check_many([one for one in trees if one is not None]))
    found = [None if one is None else next(checks) for one in trees]
    whole = Counter(map(error_key, found[0].errors)) if found[0] is not None else Counter()
    return [
        check is not None and not check.timed_out and Counter(map(error_key, check.errors)) <= whole
        for check in found[1:]
    ]


def _without(chosen: Mapping[int, tuple[Edit, ...]], some: Collection[tuple[Edit, ...]]) -> dict[int, tuple[Edit, ...]]:
    return {number: edits for number, edits in chosen.items() if edits not in some}
