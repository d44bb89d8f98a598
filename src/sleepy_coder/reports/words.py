"""Numbers, durations and outcomes in words, the same in every rendering."""

import re
from collections.abc import Mapping

NO_BREAK = "\N{NO-BREAK SPACE}"

OUTCOMES: Mapping[str, str] = {"promote": "promoted", "keep": "kept the incumbent", "undecided": "undecided"}

# tab, line feed and the carriage return before one only lay text out; to the ASCII ones the C1 controls and those of
# the direction of writing are added, which rustc calls text flow control
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""Characters that command a terminal, or reorder what it shows, instead of being shown."""


def visible(text: str) -> str:
    """Text by strangers as a terminal may have it: a picture of its own, as rustc prints it, for every control
    character."""
    return UNSEEN.sub(_picture, text)


def percent(fraction: float) -> str:
    """0.875 → "88 %"; 0 and 100 are said only where they are exact."""
    rounded = round(100 * fraction)
    if rounded == 100 and fraction < 1:
        rounded = 99
    if rounded == 0 and fraction > 0:
        rounded = 1
    return f"{rounded}{NO_BREAK}%"


def points(value: float) -> str:
    """A signed difference of pass rates in hundredths, with a true minus sign."""
    return f"{value:+.1f}".replace("-", "\N{MINUS SIGN}")


def duration(seconds: float) -> str:
    """0.34 → "0.3 s", 272 → "4 min 32 s", 5000 → "1 h 23 min"."""
    if seconds < 10:
        return f"{seconds:.1f}{NO_BREAK}s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole}{NO_BREAK}s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}{NO_BREAK}min {rest}{NO_BREAK}s" if rest else f"{minutes}{NO_BREAK}min"
    return f"{minutes // 60}{NO_BREAK}h {minutes % 60}{NO_BREAK}min"


def size(count: int) -> str:
    """Bytes in the largest binary unit that leaves at least 1."""
    value, units = float(count), ["bytes", "KiB", "MiB", "GiB", "TiB"]
    while value >= 1024 and len(units) > 1:
        value /= 1024
        units.pop(0)
    return f"{value:.0f}{NO_BREAK}bytes" if units[0] == "bytes" else f"{value:.1f}{NO_BREAK}{units[0]}"


def thousands(count: int) -> str:
    """1234567 → "1 234 567"."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def many(count: int, one: str, several: str | None = None) -> str:
    """ "1 item", "3 items" """
    return f"{thousands(count)}{NO_BREAK}{one if count == 1 else several or one + 's'}"


def ratio(value: float | None) -> str:
    """An error relative to ‖ΔW‖: two significant figures, an em dash where it is not known."""
    if value is None:
        return "\N{EM DASH}"
    return "0" if value == 0 else f"{value:.2g}"


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def several(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c" """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
