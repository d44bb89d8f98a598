"""Pairs from a crate on disk: its green code broken in many places at once, each error attributed to its break.

One check of the crate verifies as many breaks as fit: those within bodies share a copy of it (see `packing`), all
others are checked one by one. An error that belongs to no break makes its copy doubtful, and it is halved. Code that a
plain check does not compile (tests, examples, what `cfg` leaves out) gives no errors and so no pairs; what tree-sitter
cannot read is skipped and counted.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from queue import SimpleQueue
from random import Random
from typing import NamedTuple, Protocol

from sleepy_coder.breaker.batch import Errors
from sleepy_coder.breaker.company import COPIED, STOPPERS
from sleepy_coder.breaker.operators.table import OPERATORS
from sleepy_coder.breaker.packing import Part, packed
from sleepy_coder.breaker.pairs import Pair, Program, Site, pair_of
from sleepy_coder.errors import UsageError
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.rust.compiler import CheckResult
from sleepy_coder.rust.source import SourceTree

MOST = 40  # breaks in one copy of a crate
SINGLES = 4  # breaks in one wave that each need a check of their own, at most
WAVE = 4 * MOST  # breaks in one wave, at most
DRAWS = 10 * WAVE

# A check does not compile these, so errors there would not show.
UNCHECKED = re.compile(r"^(?:tests|benches|examples)/|(?:^|/)tests?(?:\.rs|/)|^build\.rs$")
_SENTINEL = """
fn sleepy_coder_sentinel() {
    struct Sentinel;
    let sentinel = Sentinel;
    let _first = sentinel;
    let _second = sentinel;
}
"""


class Checked(Protocol):
    """What `rust.crates.cargo.Crate` offers: its sources, and what cargo says about a changed copy of them."""

    @property
    def tree(self) -> SourceTree: ...

    def check(self, tree: SourceTree) -> CheckResult: ...


class Tally(NamedTuple):
    """What a wave tried, by family, and what came of it."""

    tried: Counter[str]
    pairs: list[Pair]


class Leaf:
    """A green crate to be broken; `skipped` counts files that cannot be used, by reason.

    Several open copies of the one crate are checked at the same time. Raises UsageError if it is not green.
    """

    def __init__(self, crates: Sequence[Checked]) -> None:
        first = crates[0]
        if not first.check(first.tree).green:
            raise UsageError("this crate does not compile as it is; only a green crate can be broken on purpose")
        self._idle: SimpleQueue[Checked] = SimpleQueue()
        for crate in crates:
            self._idle.put(crate)
        self._workers = ThreadExecutor(len(crates))
        self.program = Program(first.tree)
        self.skipped = Counter(
            reason
            for file in first.tree.files
            if (reason := "not checked" if UNCHECKED.search(file) else self.program.unread(file))
        )

    def sites(self, family: str, rng: Random) -> list[Site]:
        """Where the family's operator would break what a check compiles."""
        return [site for site in self.program.sites(family, rng) if not UNCHECKED.search(site.file)]

    def waves(self, weights: Mapping[str, float], seed: int) -> Iterator[Tally]:
        """Wave after wave of breaks, families drawn by weight, until every site was tried."""
        rng = Random(f"leaf:{seed}")
        queues: dict[str, deque[Site]] = {}
        for family in sorted(weights):
            sites = self.sites(family, rng)
            queues[family] = deque(rng.sample(sites, len(sites)))
        while chosen := _drawn(queues, weights, rng, self.program):
            yield Tally(Counter(site.family for site in chosen), self.judged(chosen))

    def judged(self, sites: Sequence[Site]) -> list[Pair]:
        """The pairs among these breaks."""
        parts: dict[int, Part] = {}
        singles: list[int] = []
        for number, site in enumerate(sites):
            part = self.program.part(site) if OPERATORS[site.family].company in COPIED else None
            if part is None:
                singles.append(number)
            else:
                parts[number] = part
        found: dict[int, Errors] = {}
        copies = packed(parts, MOST)
        while copies:
            again: list[dict[int, Part]] = []
            for copy, told in zip(copies, self._workers.map(self._copy_errors, copies), strict=True):
                found.update((number, errors) for number, errors in told.items() if errors is not None)
                doubtful = [number for number, errors in told.items() if errors is None]
                if len(doubtful) < len(copy) or len(copy) == 1:
                    singles += doubtful
                else:
                    half = len(doubtful) // 2
                    again += [{n: copy[n] for n in some} for some in (doubtful[:half], doubtful[half:])]
            copies = again
        broken = {number: self.program.broken_at(sites[number]) for number in [*singles, *found]}
        open_ = [number for number in singles if broken[number] is not None]
        found.update(zip(open_, self._workers.map(self._errors, [broken[number] for number in open_]), strict=True))
        pairs = (pair_of(self.program, sites[number], broken[number], found[number]) for number in sorted(found))
        return [pair for pair in pairs if pair is not None]

    def _copy_errors(self, parts: Mapping[int, Part]) -> dict[int, Errors | None]:
        """The errors of each break; None for those that the check does not tell of."""
        copy = self.program.copy_with(parts)
        root, text = copy.tree.root, copy.tree.files[copy.tree.root]
        end = text.count("\n") + 1
        errors = self._errors(copy.tree.with_files({root: text + _SENTINEL}))
        ours = tuple(e for e in errors if e.primary is None or e.primary.file != root or e.primary.line_start < end)
        if len(ours) < len(errors):
            return copy.read(ours)
        # Without the sentinel's error rustc has not come to the bodies, for want of a trait.
        told = copy.read(tuple(error for error in ours if error.code in STOPPERS))
        return {number: errors or None for number, errors in told.items()}

    def check(self, tree: SourceTree) -> CheckResult:
        """What cargo says of the crate with other sources; waits for a copy of it that is idle."""
        crate = self._idle.get()
        try:
            return crate.check(tree)
        finally:
            self._idle.put(crate)

    def _errors(self, tree: SourceTree | None) -> Errors:
        result = self.check(tree) if tree is not None else None
        return () if result is None or result.timed_out else result.errors


def _drawn(
    queues: Mapping[str, deque[Site]], weights: Mapping[str, float], rng: Random, program: Program
) -> list[Site]:
    """Sites for one wave, families by weight; few of those that need a check of their own."""
    chosen: list[Site] = []
    singles = 0
    families = [family for family in queues if queues[family] and weights[family] > 0]
    for family in rng.choices(families, [weights[family] for family in families], k=DRAWS) if families else ():
        if not queues[family] or len(chosen) == WAVE:
            continue
        alone = OPERATORS[family].company not in COPIED or program.part(queues[family][0]) is None
        if alone and singles == SINGLES:
            queues[family].rotate(-1)
            continue
        singles += alone
        chosen.append(queues[family].popleft())
    return chosen
