"""Statements that stay and no longer say what they said."""

from collections.abc import Iterator, Sequence

from sleepy_coder.tasks import words
from sleepy_coder.tasks.operands import lacks_operand
from sleepy_coder.tasks.syntax import Unit


def hollowed(lost: Sequence[Unit], gained: Sequence[Unit], *, signs_may_go: bool) -> Iterator[Unit]:
    """Statements whose place was taken by one that shares no word with them, not even a misspelt one, or that lacks an
    operand or a sign which is nowhere else, or whose value was taken by one that shares no name with it.
    """
    free = list(gained)
    for unit in sorted(lost, key=lambda unit: -len(unit.words)):
        best = max(free, key=lambda other: words.overlap(unit.words, other.words), default=None)
        if best is None:
            continue
        free.remove(best)
        if (unit.words and not words.related(unit.words, best.words)) or words.counts_no_more(unit.text, best.text):
            yield unit
            continue
        others = [one.text for one in gained if one is not best]
        if lacks_operand(unit.text, best.text, others, signs_may_go=signs_may_go):
            yield unit
            continue
        value = words.names(_value(unit))
        value += [word for one in lost for word in words.names(_bound_to(one, value))]
        # a repair may spread a value over statements or blocks, which are units of their own
        if value and not words.related(value, [word for one in gained for word in words.WORD.findall(_value(one))]):
            yield unit


def _bound_to(unit: Unit, names: Sequence[str]) -> str:
    """What a statement that is gone bound some of these names to: what is said there may be said without the name."""
    left, _, right = unit.text.partition(" = ")
    return right if "let" in unit.words and not set(names).isdisjoint(words.WORD.findall(left)) else ""


def _value(unit: Unit) -> str:
    """What a statement computes: nothing, for a name that gets its value later."""
    bound = unit.text.startswith("let ")
    return unit.text.partition(" = ")[2] or ("" if bound else unit.text)
