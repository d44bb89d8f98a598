"""Crates that attack whoever compiles them: `hostile.txt` tells how they are written down.

Each attack is written to work: a control run without the sandbox shows that it does.
"""

import re
from collections.abc import Mapping
from importlib import resources
from typing import NamedTuple

MANIFEST = '[package]\nname = "hostile"\nversion = "0.1.0"\nedition = "2021"\n'
GREEN = "pub fn fine() -> u8 {\n    1\n}\n"


class Attack(NamedTuple):
    """One hostile crate, by file; `tests`: its tests are run too."""

    name: str
    files: Mapping[str, str]
    tests: bool


def attacks() -> tuple[Attack, ...]:
    """All of them, in the order of the file."""
    text = (resources.files("sleepy_coder.experiments") / "hostile.txt").read_text(encoding="utf-8")
    return tuple(_attack(part) for part in re.split(r"(?m)^##### ", text)[1:])


def _attack(part: str) -> Attack:
    head, _, rest = part.partition("\n")
    name, _, flags = head.partition(" | ")
    pieces = re.split(r"(?m)^=== (.+)\n", rest)[1:]
    files = {file: f"{text.strip()}\n" for file, text in zip(pieces[::2], pieces[1::2], strict=True)}
    return Attack(name, {"Cargo.toml": MANIFEST, "src/lib.rs": GREEN, **files}, "tests" in flags)
