"""Of an `impl` whose header a repair writes otherwise: which of its members are still the same."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from sleepy_coder.rust.items import Item


def under_new_headers(old: Sequence[Item], new: Sequence[Item], lines: Set[int]) -> list[Item]:
    """The `old` items; those of an `impl` whose header stands on one of `lines` are called as in `new`, if this `impl`
    alone has another name there."""
    gone, come = (list((Counter(_impls(a)) - Counter(_impls(b))).elements()) for a, b in ((old, new), (new, old)))
    if len(gone) != 1 or len(come) != 1:
        return list(old)
    flagged = [item for item in old if item.key == gone[0] and lines & _header(item, old)]
    return [
        replace(item, key=come[0] + item.key.removeprefix(gone[0]))
        if any(_within(item, one) for one in flagged)
        else item
        for item in old
    ]


def _impls(items: Sequence[Item]) -> list[str]:
    return [item.key for item in items if item.kind == "impl"]


def _within(item: Item, impl: Item) -> bool:
    return item.key.startswith(f"{impl.key}::") and impl.first_line <= item.first_line <= impl.last_line


def _header(impl: Item, items: Sequence[Item]) -> set[int]:
    """Its lines, attributes included, before its first member."""
    first = min((item.first_line for item in items if _within(item, impl)), default=impl.last_line)
    return {impl.first_line, *range(impl.first_line, first)}
