"""Green code broken on purpose so that rustc reports a given signature: the original is the answer.

This is what a night practises on when a day's error has no known fix. It aims by error code, the compiler tells which
breaks hit. Where the code as it stands has no more places to break, copies of it with other names are used.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from random import Random

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.naming.renaming import renamed
from sleepy_coder.breaker.pairs import Pair, Program, Proposal, judged
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import UNCODED, Signature, signature
from sleepy_coder.rust.source import SourceTree

TRIES_PER_PAIR = 40
FIRST_WAVE, WAVE = 8, 128  # breaks judged at a time, more each time: in a large crate each may take a second
COPIES = 50  # of each program, at most


def dream(
    targets: Collection[Signature],
    greens: Sequence[SourceTree],
    seed: int,
    count: int,
    compiler: Compiler,
    may_go_on: Callable[[], bool] = lambda: True,
) -> list[Pair]:
    """At most `count` pairs whose diagnostic has one of the target signatures, spread over them as evenly as they come.

    The same for the same arguments, as long as `may_go_on`, which is asked before each wave, says so. Fewer than asked,
    perhaps none, when no operator makes such errors in this code, or not within `TRIES_PER_PAIR` breaks for each pair.
    """
    rng = Random(f"dream:{seed}")
    proposals = _proposals({None if target.code == UNCODED else target.code for target in targets}, greens, rng)
    made: dict[Signature, list[Pair]] = {target: [] for target in sorted(targets, key=lambda target: target.key)}
    seen: set[str] = set()
    share = -(-count // max(1, len(made)))
    size, tried = FIRST_WAVE, 0
    while tried < count * TRIES_PER_PAIR:
        wave = list(islice(proposals, min(size, WAVE, 8 * count)))
        size, tried = 2 * size, tried + len(wave)
        if not wave or all(len(pairs) >= share for pairs in made.values()) or not may_go_on():
            break
        for pair in judged(wave, compiler):
            if pair is not None and pair.broken.digest not in seen:
                seen.add(pair.broken.digest)
                made.get(signature(pair.diagnostic), []).append(pair)  # other signatures are dropped
    return _evenly(list(made.values()), count)


def _proposals(codes: set[str | None], greens: Sequence[SourceTree], rng: Random) -> Iterator[Proposal]:
    """Breaks of the families that make these codes, in every program once, then in copies with other names."""
    families = [family.name for family in FAMILIES if not codes.isdisjoint(family.codes)]
    fruitful = list(greens)
    for copy in range(COPIES):
        bearing = []
        for green in rng.sample(fruitful, len(fruitful)):
            program = Program(green if copy == 0 else _copied(green, rng))
            sites = [site for family in families for site in program.sites(family, rng)]
            rng.shuffle(sites)
            yield from ((program, site) for site in sites)
            if sites and len(green.files) == 1:
                bearing.append(green)
        fruitful = bearing


def _copied(green: SourceTree, rng: Random) -> SourceTree:
    return green.with_files({file: renamed(text, rng) for file, text in green.files.items()})


def _evenly(lists: Sequence[Sequence[Pair]], count: int) -> list[Pair]:
    """One of each list in turn until `count` are taken or nothing is left."""
    longest = max(map(len, lists), default=0)
    return [pairs[turn] for turn in range(longest) for pairs in lists if turn < len(pairs)][:count]
