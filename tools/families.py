"""docs/families.md: every way of breaking programs, with a break made by the program and what rustc says of it.

python tools/families.py     needs rustc, about a minute; the examples come from training templates
"""

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES, Family
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import load_templates
from sleepy_coder.cli import equipment
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import load

PAGE = Path(__file__).parents[1] / "docs" / "families.md"
SEED = 9
GROUP = 12
"""Families whose examples are looked for together."""

PAIRS = 60
"""Looked at for each family, at most."""

LONGEST = 100


def main() -> int:
    """Write the page; returns the exit status."""
    compiler = equipment.compiler(load(Path()).settings)
    bearing = {template.family for template in load_templates("train")}
    found: dict[str, Pair] = {}
    usable = [family.name for family in FAMILIES if family.name in bearing]
    for start in range(0, len(usable), GROUP):
        found |= examples(usable[start : start + GROUP], compiler)
    PAGE.write_text("".join(page(found, compiler.toolchain.version)))
    missing = [family.name for family in FAMILIES if family.name not in found]
    print(f"docs: {PAGE.name} lists {len(FAMILIES)} families; without an example: {', '.join(missing) or 'none'}")
    return 0


def examples(families: Sequence[str], compiler: Compiler) -> dict[str, Pair]:
    """One pair of each family, the shortest of those looked at first."""
    best: dict[str, Pair] = {}
    for seen, pair in enumerate(stream("train", families, SEED, compiler, own_templates=True)):
        best.setdefault(pair.family, pair)
        if len(best) == len(families) or seen == PAIRS * len(families):
            break
    return best


def page(found: dict[str, Pair], version: str) -> Iterator[str]:
    """The page, part by part."""
    codes = {code for family in FAMILIES for code in family.codes if code}
    yield "# The families of breaks\n\n"
    yield f"*Made by `python tools/families.py` with {version}.*\n\n"
    yield f"{len(FAMILIES)} ways of breaking green programs, over {len(codes)} error codes and errors without a code.\n"
    yield "*Known* families make the embedded model's training data; *novel* ones are what nights learn.\n\n"
    yield "| family | codes | | what is done |\n|---|---|---|---|\n"
    for family in FAMILIES:
        kind = "novel" if family.novel else "known"
        yield f"| [{family.name}](#{family.name.lower()}) | {_codes(family)} | {kind} | {family.what} |\n"
    for family in FAMILIES:
        yield f"\n## {family.name}\n\n"
        pair = found.get(family.name)
        if pair is None:
            yield "No example was found.\n"
            continue
        yield f"`{pair.diagnostic.code or 'error'}`: {pair.diagnostic.message.splitlines()[0]}\n\n```diff\n"
        yield from _repair(pair)
        yield "```\n"


def _codes(family: Family) -> str:
    return ", ".join(sorted(code or "none" for code in family.codes))


def _repair(pair: Pair) -> Iterator[str]:
    """From broken to mended, the changed lines with one line around them."""
    for file, old in pair.broken.files.items():
        lines = (text.splitlines() for text in (old, pair.green.files[file]))
        for line in list(difflib.unified_diff(*lines, lineterm="", n=1))[2:]:
            if not line.startswith("@@"):
                yield f"{line[:LONGEST]}\n"


if __name__ == "__main__":
    sys.exit(main())
