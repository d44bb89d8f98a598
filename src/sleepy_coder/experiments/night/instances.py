"""What breaks in a crate on each day of a fortnight: drawn and fixed before anything is worked on."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random

from sleepy_coder.breaker.families import FAMILIES, NOVEL
from sleepy_coder.breaker.leaf import Leaf
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.execution import core_count
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.signature import signature

TRIES = (3, 3)
"""Places that are broken for every two breaks that are needed, in waves while there are too few; many come to nothing.
"""

FAMILIES_AT_A_TIME = 12
"""In an order drawn by the seed, until there are enough signatures."""


@contextmanager
def opened(crate: Path, cache: Path, compiler: Compiler, copies: int = 1) -> Iterator[list[Crate]]:
    """Private copies of the crate, as many as are to be checked at a time."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(open_crate(crate, compiler.toolchain, compiler.sandbox, cache=cache / f"copy-{number}"))
            for number in range(copies)
        ]


def draw(
    crate: Path, cache: Path, compiler: Compiler, *, signatures: int, days: int, per_day: int, seed: int
) -> list[list[Pair]]:
    """For each day `per_day` breaks of every signature, no break twice. Half of the signatures (the larger half) are
    novel to the embedded model.

    Raises EnvironmentFault where the crate bears too few breaks.
    """
    rng, need, half = Random(f"fortnight:{seed}"), days * per_day, -(-signatures // 2)
    kinds: dict[str, dict[str, Pair]] = {}
    fresh: list[str] = []
    known: list[str] = []
    with opened(crate, cache, compiler, core_count()) as copies:
        leaf = Leaf(copies)
        families = rng.sample(FAMILIES, len(FAMILIES))
        for start in range(0, len(families), FAMILIES_AT_A_TIME):
            sites = [leaf.sites(family.name, rng) for family in families[start : start + FAMILIES_AT_A_TIME]]
            queues = [rng.sample(found, len(found)) for found in sites]
            for tries in TRIES:
                wave = -(-tries * need // 2)
                for pair in leaf.judged([site for queue in queues for site in queue[:wave]]):
                    kinds.setdefault(signature(pair.diagnostic).key, {})[pair.broken.digest] = pair
                borne = {pair.family for found in kinds.values() if len(found) >= need for pair in found.values()}
                queues = [queue[wave:] for queue in queues if queue[wave:] and queue[0].family not in borne]
            enough = {key: next(iter(found.values())) for key, found in sorted(kinds.items()) if len(found) >= need}
            fresh = [key for key, pair in enough.items() if pair.family in NOVEL]
            known = [key for key in enough if key not in fresh]
            if len(fresh) >= half and len(known) >= signatures - half:
                break
    if len(fresh) < half or len(known) < signatures - half:
        raise EnvironmentFault(
            f"{crate.name} bears {len(fresh)} novel and {len(known)} known signatures with {need} breaks each, too few "
            f"for {signatures}: choose a larger crate or a shorter time"
        )
    chosen = rng.sample(fresh, half) + rng.sample(known, signatures - half)
    drawn = {key: rng.sample(list(kinds[key].values()), need) for key in chosen}
    return [[pair for key in chosen for pair in drawn[key][day * per_day : (day + 1) * per_day]] for day in range(days)]
