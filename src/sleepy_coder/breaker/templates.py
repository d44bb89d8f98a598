"""The program generator: plain green Rust programs as package data, and instances of them that differ in names and
literals.

A template may start with lines `//~ family: FAMILY`, `//~ edition: 2024` (2021 without it) and
`//~ vary TOKEN: a | b | c`; the whole word TOKEN becomes one of the alternatives throughout. Splits are by template:
nothing of `frozen` is ever used to make training data.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from random import Random

from sleepy_coder.breaker.families import family_named
from sleepy_coder.breaker.naming.layout import compacted
from sleepy_coder.breaker.naming.renaming import renamed
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.source import EDITIONS, SourceTree

SPLITS = ("train", "frozen")
FILE = "main.rs"
EDITION = "2021"  # of templates that name none


@dataclass(frozen=True, slots=True)
class Template:
    """A green program. `name` is FAMILY/STEM, unique over both splits; `varies` are (token, alternatives)."""

    name: str
    family: str
    split: str
    source: str
    varies: tuple[tuple[str, tuple[str, ...]], ...]
    edition: str = EDITION


def parse_template(name: str, split: str, text: str) -> Template:
    """Raises UsageError, naming the template, for a header that says nothing understandable."""
    family, edition, varies, body = name.split("/")[0], EDITION, [], []
    for line in text.splitlines(keepends=True):
        if not line.startswith("//~"):
            body.append(line)
            continue
        vary = re.fullmatch(r"//~\s*vary\s+([^:]*(?:::[^:]+)*)\s*:\s+(.+?)\s*", line)
        told = re.fullmatch(r"//~\s*family:\s*(\S+)\s*", line)
        dated = re.fullmatch(r"//~\s*edition:\s*(\S+)\s*", line)
        if told:
            family = told[1]
        elif dated and dated[1] in EDITIONS:
            edition = dated[1]
        elif vary:
            varies.append((vary[1].strip(), tuple(choice.strip() for choice in vary[2].split(" | "))))
        else:
            raise UsageError(f"template {name}: cannot read the header line {line.strip()!r}")
    return Template(name, family_named(family).name, split, "".join(body).lstrip("\n"), tuple(varies), edition)


@cache
def load_templates(split: str) -> tuple[Template, ...]:
    """All templates of a split, `train` or `frozen`, sorted by name."""
    if split not in SPLITS:
        raise UsageError(f"templates are split into {' and '.join(SPLITS)}; there is no {split!r}")
    root = resources.files("sleepy_coder.breaker") / "templates" / split
    found = [
        parse_template(f"{folder.name}/{file.name.removesuffix('.rs')}", split, file.read_text(encoding="utf-8"))
        for folder in _sorted(root)
        for file in _sorted(folder)
        if file.name.endswith(".rs")
    ]
    return tuple(found)


def _sorted(folder: Traversable) -> Iterable[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else ()


def instantiate(template: Template, seed: int, *, terse: bool = False) -> SourceTree:
    """The program of this seed: tokens varied, names and literals changed; if `terse`, names are mostly of one letter
    and some short bodies stand on one line. The same for the same arguments.
    """
    rng = Random(f"{template.name}:{seed}")
    source = renamed(_varied(template, rng), rng, terse=terse)
    return SourceTree({FILE: compacted(source, rng) if terse else source}, template.edition)


def _varied(template: Template, rng: Random) -> str:
    chosen = {token: rng.choice(alternatives) for token, alternatives in template.varies}
    if not chosen:
        return template.source
    words = "|".join(re.escape(token) for token in sorted(chosen, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda match: chosen[match[0]], template.source)


def set_aside(template: Template) -> bool:
    """Whether a template is kept for the gate's items, so that no dream may use it: two in five of each family's."""
    return template.name in _set_aside(template.split)


@cache
def _set_aside(split: str) -> frozenset[str]:
    by_family: dict[str, list[str]] = {}
    for template in load_templates(split):
        by_family.setdefault(template.family, []).append(template.name)
    ranked = (sorted(names, key=lambda name: hashlib.sha256(name.encode()).digest()) for names in by_family.values())
    return frozenset(name for names in ranked for name in names[: len(names) * 2 // 5])
