"""What a changed tree has more of than the one before it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from sleepy_coder.rust.source import SourceTree


def first_gained(
    before: SourceTree, after: SourceTree, word: re.Pattern[str], found: Callable[[str], Iterable[str]]
) -> str | None:
    """The first thing that is `found` oftener in a Rust file of `after`; it takes a `word`, and a file without more of
    these is not looked at.
    """
    for file, text in after.files.items():
        old = before.files.get(file, "")
        if file.endswith(".rs") and len(word.findall(text)) > len(word.findall(old)):
            gained = Counter(found(text)) - Counter(found(old))
            if gained:
                return next(iter(gained))
    return None
