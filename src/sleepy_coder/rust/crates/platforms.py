"""Which tables `[target.X]` of a manifest are for this machine.

Follows https://doc.rust-lang.org/reference/conditional-compilation.html: X is a target's name, or `cfg(...)` of names,
`name = "value"`, `all`, `any` and `not`. Features and custom names are taken to be off, as cargo does.
"""

import re
import subprocess
from functools import cache
from pathlib import Path

_TOKENS = re.compile(r'\s*([A-Za-z_][A-Za-z0-9_-]*(?:\s*=\s*"[^"]*")?|[(),])')


@cache
def here(rustc: Path) -> frozenset[str]:
    """What holds on this machine, as `unix` or `target_os="linux"`, and its target's name."""
    try:
        told = [
            subprocess.run([rustc, flag, *more], capture_output=True, text=True, timeout=60, cwd="/", check=True).stdout
            for flag, *more in (("--print", "cfg"), ("-vV",))
        ]
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    host = re.search(r"^host: (\S+)$", told[1], re.MULTILINE)
    return frozenset({*told[0].splitlines(), *([host[1]] if host else [])})


def applies(name: str, holding: frozenset[str]) -> bool:
    """Whether a table of that name is for a machine where `holding` holds; what cannot be read is."""
    if not name.lstrip().startswith("cfg"):
        return name in holding
    words = re.fullmatch(r"\s*cfg\s*\((.*)\)\s*", name, re.DOTALL)
    if words is None:
        return True
    tokens = [re.sub(r"\s+", "", token) for token in _TOKENS.findall(words[1])]
    try:
        return _holds(tokens, holding)
    except IndexError:
        return True


def _holds(tokens: list[str], holding: frozenset[str]) -> bool:
    """Takes one condition off the front. Raises IndexError where it breaks off."""
    word = tokens.pop(0)
    if not tokens or tokens[0] != "(":
        return word in holding
    tokens.pop(0)
    values = []
    while tokens[0] != ")":
        values.append(_holds(tokens, holding))
        if tokens[0] == ",":
            tokens.pop(0)
    tokens.pop(0)
    if word == "not":
        return not all(values)
    return any(values) if word == "any" else all(values)
