"""Dreams: green code broken on purpose until rustc says what it said by day; the original is the answer.

The owner's own green programs come first, as far as rustc alone can check them, then the practice programs of the
generator. Some of the practice templates are set aside: they never enter a dream, and the gate draws its items from
them.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from sleepy_coder.breaker.batch import are_green
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.dreams import dream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import Template, set_aside
from sleepy_coder.curation.case import PRACTICE, Case, Sources, Wanted
from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.packages import find_package
from sleepy_coder.rust.signature import UNCODED, Signature, signature, wording
from sleepy_coder.rust.source import SourceTree

SPLIT = "train"
TRIAL = 12
OWN_DREAMS = 24  # of one repository, at most
OWN_SHARE = 6  # one in so many of what may be dreamt is the owner's code; the rest is practice, for breadth
OWN_TIME = 0.5  # of what is left: a large crate takes a second for a break, practice next to nothing
MOST_GREENS = 8


def reproduced(keys: Iterable[str], seed: int, compiler: Compiler) -> dict[str, dict[str, int]]:
    """For each failed signature, which families of breaks make rustc use the same words, and how often in a trial."""
    wanted = {key: wording(key) for key in keys}
    codes = {Signature.of(key).code for key in wanted}
    found: dict[str, dict[str, int]] = {key: {} for key in wanted}
    for family in FAMILIES:
        if not codes & {code or UNCODED for code in family.codes}:
            continue
        for pair in _tried(family.name, seed, compiler):
            said = wording(signature(pair.diagnostic).key)
            for key, words in wanted.items():
                if words == said:
                    found[key][family.name] = found[key].get(family.name, 0) + 1
    return found


def _tried(family: str, seed: int, compiler: Compiler) -> list[Pair]:
    """The first breaks of a family; none where the programs that may be dreamt of have no place for it."""
    try:
        return list(islice(stream(SPLIT, [family], seed, compiler, keep=_may_dream), TRIAL))
    except UsageError:
        return []


def dreams(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    """The owner's code broken, then practice, until `wanted.count` are made; a program broken one way is one dream."""
    made = 0
    for case in _dreamt(wanted, sources):
        if case.signature not in wanted.others:
            made += 1
            yield case
        if made == wanted.count:
            return


def _dreamt(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    targets = [Signature.of(key) for key in wanted.skill.signatures]
    greens = _greens(sources)
    most = min(OWN_DREAMS, wanted.count // (OWN_SHARE * max(1, len(greens))))
    own = sources.patience.part(OWN_TIME)
    for repository, green in greens:
        for pair in dream(targets, [green], wanted.seed, most, sources.compiler, own.is_left):
            yield _case(pair, f"{repository} {pair.green.digest[:12]}", repository)
    if wanted.skill.families:
        yield from _practice(wanted, sources.compiler)


def _greens(sources: Sources) -> list[tuple[str, SourceTree]]:
    """The owner's programs that rustc alone finds green: crates that he trusts, then what was mended last."""
    found = {f"crate:{folder}": tree for folder in sources.crates if (tree := _read(folder)) is not None}
    found |= {name: tree for name, tree in sources.store.greens(sources.until).items() if name not in found}
    known = list(found.items())[:MOST_GREENS]
    green = are_green([tree for _, tree in known], sources.compiler)
    return [one for one, good in zip(known, green, strict=True) if good]


def _read(crate: Path) -> SourceTree | None:
    try:
        tree = find_package(crate).read_tree()
    except SleepyCoderError:  # moved, or in a state that nothing can be learned from
        return None
    return tree if tree.has_root else None


def _practice(wanted: Wanted, compiler: Compiler) -> Iterator[Case]:
    """Endless, as long as any family can be made. Each as often as its errors came by day."""
    skill, streams = wanted.skill, dict[str, Iterator[Pair]]()
    left = dict(zip(skill.families, skill.weights, strict=True))
    while left:
        for family, times in list(left.items()):
            try:
                if family not in streams:
                    streams[family] = stream(SPLIT, [family], wanted.seed, compiler, keep=_may_dream)
                pairs = list(islice(streams[family], times))
            except UsageError:  # no program has a place for it
                pairs = []
            if not pairs:
                del left[family]
            for pair in pairs:
                yield _case(pair, f"{pair.template} {pair.seed}", PRACTICE)


def _case(pair: Pair, source: str, repository: str) -> Case:
    return Case(pair.broken, pair.diagnostic, pair.green, source, repository, "")


def _may_dream(template: Template) -> bool:
    return not set_aside(template)
