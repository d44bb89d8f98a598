"""Which ways of breaking programs bite in real crates that they were not written for.

Every family's operator is tried on up to `tries` places of each training crate; a break counts when cargo reports
exactly one error of the family's codes. `shown` counts families with a verified break in at least three crates.
`places` tells whether an operator that never bites finds nothing to break, or breaks what the compiler does not mind or
minds twice.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from random import Random
from typing import Any

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.leaf import Leaf
from sleepy_coder.execution import core_count
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.crates import RealCrate, open_real, real_crates

SEED = 0
CRATES_NEEDED = 3
TRIES, TRIES_QUICK = 6, 1
CRATES_QUICK = ("heck", "httparse", "itoa")


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The table of families and crates. Raises EnvironmentFault if the crates cannot be had."""
    crates = [crate for crate in real_crates("training") if not quick or crate.name in CRATES_QUICK]
    pairs: dict[str, Counter[str]] = {}
    tried: dict[str, Counter[str]] = {}
    places: dict[str, Counter[str]] = {}
    for crate in crates:
        tell(crate.name)
        places[crate.name], tried[crate.name], pairs[crate.name] = bites(
            compiler, crate, TRIES_QUICK if quick else TRIES
        )
    table = {
        family.name: {name: row[family.name] for name, row in pairs.items() if row[family.name]} for family in FAMILIES
    }
    shown = [family for family, row in table.items() if len(row) >= CRATES_NEEDED]
    return {
        "schema": "sleepy-coder/operators/1",
        "families": len(FAMILIES),
        "shown": len(shown),
        "crates": {crate.name: crate.version for crate in crates},
        "table": table,
        "barren": {
            family: {
                "crates": len(row),
                "places": sum(one[family] for one in places.values()),
                "tried": sum(one[family] for one in tried.values()),
                "pairs": sum(row.values()),
            }
            for family, row in table.items()
            if family not in shown
        },
        "provenance": provenance(full=not quick, seeds=[SEED], rustc=compiler.toolchain.version),
    }


def bites(compiler: Compiler, crate: RealCrate, tries: int) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By family: the places in one crate, how many were tried, and how many became verified pairs."""
    rng = Random(f"operators:{SEED}:{crate.name}")
    places: Counter[str] = Counter()
    chosen = []
    with ExitStack() as open_:
        cache = find_paths().cache
        copies = [
            open_.enter_context(open_real(crate, cache, compiler.toolchain, compiler.sandbox, copy=str(number)))
            for number in range(core_count())
        ]
        leaf = Leaf(copies)
        for family in FAMILIES:
            sites = leaf.sites(family.name, rng)
            places[family.name] = len(sites)
            chosen += rng.sample(sites, min(tries, len(sites)))
        pairs = leaf.judged(chosen)
    return places, Counter(site.family for site in chosen), Counter(pair.family for pair in pairs)
