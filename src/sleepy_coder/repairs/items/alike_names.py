"""Names that mean the same thing: almost the same letters, one short for the other, or a word more, unless that word
makes another number of it (`price`, `total_price`)."""

import re
from difflib import SequenceMatcher

_RATHER_LIKE = 0.75
_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_USUAL = dict(
    re.findall(
        r"(\w+) (\w+)",
        "cfg config, cmd command, cnt count, ctx context, dst dest, lst list, msg message, nxt next, pct percent, "
        "pkg package, prv prev, ptr pointer, pwd password, src source, std standard, str string, tmp temp, txt text",
    )
)
"""What some names are short for, also where there are other words with these letters (`dst`, `distance`)."""

_MEASURES = frozenset(("total", "sum", "unit", "average", "avg", "mean", "max", "maximum", "min", "minimum"))


def akin(one: str, other: str) -> bool:
    """Whether two names are spelt alike, or one has all words of the other."""
    return spelt_alike(one, other) or same_words(one, other)


def spelt_alike(one: str, other: str) -> bool:
    """Whether one name is short for the other, or both are almost the same."""
    if _measures_other(one, other):
        return False
    short, long = sorted((one.lower(), other.lower()), key=len)
    begins = len(short) > 2 and long.startswith(short) and not same_words(one, other)
    return begins or _abbreviates(short, long) or shared(one, other) >= _RATHER_LIKE


def same_words(one: str, other: str) -> bool:
    """Whether one name has all words of the other."""
    left, right = _words(one), _words(other)
    return bool(left and right) and (left <= right or right <= left) and not _measures_other(one, other)


def shared(one: str, other: str) -> float:
    """How much of two names is the same, from 0 to 1."""
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _measures_other(one: str, other: str) -> bool:
    """Whether only one of two names says which number of several it is, and not by a `_` alone."""
    left, right = _words(one), _words(other)
    joined = one.replace("_", "").lower() == other.replace("_", "").lower()
    return len(left) != len(right) and bool((left ^ right) & _MEASURES) and not joined


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(name)}


def _abbreviates(short: str, long: str) -> bool:
    """Whether a name is the beginning of a word and consonants that follow in it (`qty`, `quantity`)."""
    rest = iter(long[1:])
    clipped = re.fullmatch(r"[a-z][b-df-hj-np-tv-z]{2,}", short) is not None and "_" not in long
    if short in _USUAL:
        return long.startswith(_USUAL[short])
    return clipped and short[0] == long[0] and all(letter in rest for letter in short[1:])
