"""Which night broke an item: the first served version that fails where the one before it passed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bisection:
    """`last_good` and `first_bad` are neighbours among the versions; both None where nothing broke the item.

    `asked` tells for each version that was tried whether the item passed.
    """

    last_good: str | None
    first_bad: str | None
    asked: dict[str, bool]


def bisect(versions: Sequence[str], passes: Callable[[str], bool]) -> Bisection:
    """`versions` oldest first, the last one served now. Asks about 2 + log2 of them if the oldest passed; if it did
    not, as many as it takes, newest first, to find one that did."""
    asked: dict[str, bool] = {}

    def ask(index: int) -> bool:
        version = versions[index]
        if version not in asked:
            asked[version] = passes(version)
        return asked[version]

    last = len(versions) - 1
    if ask(last):
        return Bisection(None, None, asked)
    good = 0 if ask(0) else next((index for index in range(last - 1, 0, -1) if ask(index)), None)
    if good is None:
        return Bisection(None, None, asked)
    bad = last
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if ask(middle) else (good, middle)
    return Bisection(versions[good], versions[bad], asked)
