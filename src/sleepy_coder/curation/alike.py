"""How alike two examples are, whatever their names and literals: prompt and answer together."""

from collections.abc import Iterable
from functools import lru_cache

from sleepy_coder.tasks.likeness import normalised, shingles

ALIKE = 0.9
"""From this share of their shingles on, two prompts with their answers teach the same. Those made from different
templates of one family share less than half; `likeness.NEAR` is meant for whole programs, and fits prompts as well."""


@lru_cache(maxsize=512)  # of a night's holdout every example is compared with each that may be trained on
def shape(messages: tuple[tuple[str, str], ...], answer: str) -> frozenset[int]:
    """The shingles of what a user is shown and of the answer."""
    return shingles(normalised("\n".join([*(text for role, text in messages if role == "user"), answer])))


def like(one: frozenset[int], others: Iterable[frozenset[int]], share: float) -> bool:
    """Whether so much of their shingles is common to this shape and one of the others."""
    return any(len(one & other) >= share * len(one | other) for other in others)
