"""What became of lines, or of any other sequence, as difflib tells it."""

import difflib
from collections.abc import Iterator, Sequence

AROUND = 200
"""Equal items around a change that are looked at: they may decide where among its like it is said to be."""


def opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """difflib's, whose time grows with the square of equal items: what is equal far from all changes is left out."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    first, last = max(head - AROUND, 0), max(tail - AROUND, 0)
    matcher = difflib.SequenceMatcher(None, old[first : len(old) - last], new[first : len(new) - last], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield tag, first + i1, first + i2, first + j1, first + j2
