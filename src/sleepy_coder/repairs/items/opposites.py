"""Names that are spelt alike and mean something else: `min_width` and `max_width`, `encode` and `decode`, `x1` and
`x2`, `wait_ms` and `wait_secs`. One that lacks is no misspelling of the other."""

import re
from itertools import takewhile

_PAIRS = """
min max, first last, start end, begin end, start stop, start finish, left right, top bottom, up down, in out,
input output, inner outer, before after, prev next, previous next, head tail, front back, push pop, push pull,
add remove, add sub, add subtract, plus minus, insert remove, insert delete, inc dec, open close, read write,
load store, load save, get set, send recv, send receive, src dst, src dest, source target, source destination,
from to, row col, rows cols, row column, rows columns, width height, old new, lower upper, low high, on off, true false,
yes no, even odd, any all, some none, debit credit, deposit withdraw, buy sell, asc desc, parent child, client server,
request response, positive negative, pos neg, major minor, success failure, ok err, show hide, accept reject,
allow deny, grow shrink, sin cos, floor ceil, key value, north south, east west, over under, ov und, pre post,
numer denom, numerator denominator, lt gt, le ge, and or, lat lon, lat lng, hits misses, wins losses, first second,
hour minute, minute second, day month, month year, hours minutes, minutes seconds, days months, months years,
en de, in de, im ex, in ex, a de, as des, at de, sub super, mini maxi, enter leave, enter exit, more less, most least,
hot cold, long short, fast slow, past future, local remote, public private, internal external, full empty
"""
_OPPOSITES = frozenset(frozenset(pair.split()) for pair in _PAIRS.replace("\n", " ").split(","))
_UNITS = """
ns nano nanos nanosecond nanoseconds, us micro micros microsecond microseconds,
ms milli millis millisecond milliseconds, s sec secs second seconds, mins minute minutes,
hr hrs hour hours, day days, week weeks, month months, year years;
cent cents, dollar dollars, euro euros; bit bits, byte bytes, kb kilobyte kilobytes, kib, mb megabyte megabytes, mib,
gb gigabyte gigabytes, gib; deg degree degrees, rad rads radian radians, turns; celsius, fahrenheit, kelvin;
mm millimeters millimetres, cm centimeters centimetres, m meter meters metre metres, km kilometers kilometres,
inch inches, ft foot feet, yard yards, mile miles; mg, g gram grams, kg kilogram kilograms, lb lbs pound pounds
"""
_UNIT = {
    word: (kind, at)
    for kind, units in enumerate(_UNITS.split(";"))
    for at, unit in enumerate(units.split(","))
    for word in unit.split()
}
"""What a word counts, and in which unit: another one would need another number."""
_TURNING = frozenset(("un", "in", "im", "ir", "il", "de", "dis", "non", "mis", "re"))
"""What turns a word around at its beginning."""
_NEGATIONS = frozenset(("not", "non", "no", "without", "never", "un"))
_WORDS = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+")
_NUMBER_TYPE = re.compile(r"[iuf]\d+")


def opposed(one: str, other: str) -> bool:
    """Whether two names differ in one word alone, and by it mean two things that stand side by side."""
    if one == other or not (one.isidentifier() and other.isidentifier()):
        return False
    left, right = ([word.lower() for word in _WORDS.findall(name)] for name in (one, other))
    apart = {*left} ^ {*right}
    if len(left) != len(right):
        return len(apart) == 1 and apart <= _NEGATIONS
    differing = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    typed = _NUMBER_TYPE.fullmatch(one) or _NUMBER_TYPE.fullmatch(other)
    return len(differing) == 1 and not typed and _turned(*differing[0])


def _turned(one: str, other: str) -> bool:
    """Whether one word is the other's opposite or its neighbour in a row: a letter, a number."""
    if one.isdecimal() and other.isdecimal():
        return sorted(one) != sorted(other)  # else two digits have changed places
    if len(one) == len(other) == 1:
        return one.isalpha() and other.isalpha()
    (kind, unit), (other_kind, other_unit) = (_UNIT.get(word, (None, None)) for word in (one, other))
    if kind is not None and kind == other_kind and unit != other_unit:
        return True
    pairs = zip(reversed(one), reversed(other), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    starts = frozenset((one[: len(one) - same], other[: len(other) - same]))
    turning = "" in starts and starts & _TURNING and same > 2
    return bool(turning) or starts in _OPPOSITES or frozenset((one, other)) in _OPPOSITES
