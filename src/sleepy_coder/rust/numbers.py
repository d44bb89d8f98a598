"""Which number type holds the values of which, and casts that may cut a value without a word."""

import re
from collections import Counter
from collections.abc import Iterable

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit

_NUMBER = re.compile(r"([iuf])(8|16|32|64|128|size)")
_GIVEN = re.compile(r"expected `\w+`, found `&?(\w+)`|no implementation for `&?(\w+) [-+*/%]=? &?(\w+)`")
_CAST = re.compile(r"\bas ([iu](?:8|16|32|64|128|size))\b")


def is_number(name: str) -> bool:
    """Whether a type is one of numbers."""
    return _NUMBER.fullmatch(name) is not None


def converts(narrow: str, wide: str) -> bool:
    """Whether the standard library converts every value of one number type to another one without a loss (`From`)."""
    return "size" not in narrow + wide and narrow != wide and holds(wide, narrow)


def cut_by(error: Diagnostic, edits: Iterable[Edit]) -> str | None:
    """The type that a repair of an error about numbers casts to with `as`, if it does not hold all values of the type
    that the error names: `-1i32 as usize` is huge, `1u64 << 32` made a `u32` is 0.
    """
    named = [part for span in error.spans for found in _GIVEN.findall(span.label or "") for part in found]
    numbers = {name for name in named if is_number(name)}
    old, new = Counter[str](), Counter[str]()
    for edit in edits:
        old.update(_CAST.findall(edit.old))
        new.update(_CAST.findall(edit.new))
    return next((kind for kind in new - old if any(not holds(kind, other) for other in numbers)), None)


def holds(wide: str, narrow: str) -> bool:
    """Whether a number type holds every value of another one; `usize` and `isize` count as 64 bits."""
    big, small = (_NUMBER.fullmatch(name.replace("size", "64")) for name in (wide, narrow))
    if big is None or small is None:
        return False
    (kind, bits), (other, few) = ((one[1], int(one[2])) for one in (big, small))
    if kind == "f":
        return few <= bits if other == "f" else few <= bits // 2
    return (kind == other and few <= bits) or (other == "u" and few < bits)
