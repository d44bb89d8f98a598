"""The drift alarm: does this rustc still word errors as the one did that the skills were keyed under?

A few broken programs are shown to the compiler. Where a signature is another than the stored one, a specialist that
knows the old words may not be asked; the words that mean the same belong into `wordings`.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree


@dataclass(frozen=True, slots=True)
class Drift:
    """One program whose error has another signature now."""

    program: str
    stored: str
    now: str


@cache
def programs() -> dict[str, str]:
    """The broken programs by name."""
    folder = resources.files("sleepy_coder.rust") / "drift_programs"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {f.name.removesuffix(".rs"): f.read_text(encoding="utf-8") for f in found if f.name.endswith(".rs")}


@cache
def stored() -> dict[str, str]:
    """The signatures that the shipped library was keyed under, by program, and under "rustc" the compiler's version."""
    text = (resources.files("sleepy_coder.rust") / "drift_programs" / "signatures.json").read_text(encoding="utf-8")
    known: dict[str, str] = json.loads(text)
    return known


def signatures(compiler: Compiler) -> dict[str, str]:
    """What this compiler says to each program: the key of its first error, or "" where it accepts the program."""
    trees = [SourceTree({"main.rs": source}) for source in programs().values()]
    checked = compiler.check_many(trees)
    return {
        name: signature(result.errors[0]).key if result.errors else ""
        for name, result in zip(programs(), checked, strict=True)
    }


def drift(compiler: Compiler) -> tuple[Drift, ...]:
    """The programs whose signatures have changed."""
    now = signatures(compiler)
    return tuple(Drift(name, stored()[name], now[name]) for name in programs() if stored()[name] != now[name])
