"""Endless verified pairs from the templates, balanced over the families.

A family's operator is tried on the programs of every family, so that an error is not learned together with one program.
Which templates and sites bear fruit is remembered while the stream runs, and tried more often.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count
from random import Random
from typing import NamedTuple, TypeVar

from sleepy_coder.breaker.families import family_named
from sleepy_coder.breaker.operators.table import OPERATORS
from sleepy_coder.breaker.pairs import Pair, Program, Proposal, Site, judged
from sleepy_coder.breaker.templates import FILE, Template, instantiate, load_templates
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

ROUND = 10  # families; a stream of fewer makes more of each, because a run of rustc is dear and a program cheap
PAIRS_PER_ROUND = 8  # of each family
PAIRS_PER_TEMPLATE = 4  # so many missing pairs call for one more program
MOST_TEMPLATES = 10  # chosen for one family in one round
TOGETHER = 10.0  # times as often a template is chosen that another family has chosen: breaks of one program are cheap
MOST_TRIES = 24  # breaks of each family and round
BARREN_ROUNDS = 12

FAMILY_DOUBT = 5.0  # tries
SITE_DOUBT = 0.2  # of a try: other names hardly ever change what becomes of a place

T = TypeVar("T")


class _Odds:
    """How often a thing was tried and worked."""

    __slots__ = ("tries", "wins")

    def __init__(self) -> None:
        self.tries = self.wins = 0

    def note(self, won: bool) -> None:
        self.tries += 1
        self.wins += won

    def chance(self, hope: float, weight: float = 1.0) -> float:
        """The share that worked, with `weight` tries more of which the share `hope` worked."""
        return (self.wins + hope * weight) / (self.tries + weight)


class Round(NamedTuple):
    """Breaks that were proposed together, and for each the pair that it came to."""

    proposed: Sequence[Proposal]
    judged: Sequence[Pair | None]


def stream(
    split: str,
    families: Sequence[str],
    seed: int,
    compiler: Compiler,
    *,
    own_templates: bool = False,
    keep: Callable[[Template], bool] = lambda template: True,
    terse: bool = False,
) -> Iterator[Pair]:
    """Verified pairs without end, the same for the same arguments and templates; take another seed in each process.

    With `own_templates` a family's operator sees only the family's own templates, as suites want it; `keep` leaves
    templates out; `terse` gives programs names of one letter. Raises UsageError when the templates of this split have
    no place at all for one of these families.
    """
    return _opened(split, families, seed, compiler, own_templates, keep, terse).pairs()


def rounds(split: str, families: Sequence[str], seed: int, compiler: Compiler) -> Iterator[Round]:
    """What `stream` does, round by round, with what came to nothing."""
    return _opened(split, families, seed, compiler, False, lambda template: True, False).rounds()


def _opened(
    split: str,
    families: Sequence[str],
    seed: int,
    compiler: Compiler,
    own_templates: bool,
    keep: Callable[[Template], bool],
    terse: bool,
) -> "_Stream":
    fields = {
        family: [template for template in _bearing(split, family, own_templates) if keep(template)]
        for family in (family_named(name).name for name in families)
    }
    missing = [family for family, field in fields.items() if not field]
    if missing:
        raise UsageError(f"no template of split {split} has a place for {', '.join(missing)}")
    return _Stream(fields, Random(f"{split}:{seed}:{','.join(families)}"), compiler, terse)


def _bearing(split: str, family: str, own_templates: bool) -> list[Template]:
    """The templates, or the family's own, in which its operator finds any site."""
    if not own_templates:
        return _all_bearing(split).get(family, [])
    own = (template for template in load_templates(split) if template.family == family)
    return [template for template in own if _sites(Program(SourceTree({FILE: template.source})), family)]


@cache
def _all_bearing(split: str) -> dict[str, list[Template]]:
    """For each family. This takes seconds, and parsing is most of it, so that all are looked at together."""
    found: dict[str, list[Template]] = {}
    for template in load_templates(split):
        program = Program(SourceTree({FILE: template.source}))
        for family in OPERATORS:
            if _sites(program, family):
                found.setdefault(family, []).append(template)
    return found


def _sites(program: Program, family: str) -> list[Site]:
    return program.sites(family, Random(0))


class _Stream:
    """The memory of one stream."""

    def __init__(self, fields: dict[str, list[Template]], rng: Random, compiler: Compiler, terse: bool) -> None:
        self._fields, self._rng, self._compiler, self._terse = fields, rng, compiler, terse
        self._family_odds: defaultdict[str, _Odds] = defaultdict(_Odds)  # in templates of other families
        self._template_odds: defaultdict[tuple[str, str], _Odds] = defaultdict(_Odds)
        self._site_odds: defaultdict[tuple[str, str, int], _Odds] = defaultdict(_Odds)
        self._made = dict.fromkeys(fields, 0)
        self._scale = max(1, ROUND // len(fields))

    def pairs(self) -> Iterator[Pair]:
        for one in self.rounds():
            pairs = [pair for pair in one.judged if pair is not None]
            self._rng.shuffle(pairs)
            yield from pairs

    def rounds(self) -> Iterator[Round]:
        for number in count(1):
            missing = {family: number * self._scale * PAIRS_PER_ROUND - made for family, made in self._made.items()}
            chosen = self._programs(missing)
            proposed = [p for family in self._fields for p in self._propose(family, chosen[family], missing[family])]
            found = judged(proposed, self._compiler)
            for (program, site), pair in zip(proposed, found, strict=True):
                if program.template.partition("/")[0] != site.family:
                    self._family_odds[site.family].note(pair is not None)
                self._template_odds[site.family, program.template].note(pair is not None)
                self._site_odds[site.family, program.template, site.ordinal].note(pair is not None)
                self._made[site.family] += pair is not None
            if number == BARREN_ROUNDS and not any(self._made.values()):
                raise UsageError(f"no template bears a break of {', '.join(self._fields)}")
            yield Round(proposed, found)

    def _programs(self, missing: dict[str, int]) -> dict[str, list[Program]]:
        """Fresh programs for each family, more where more pairs are missing; families share them where they can."""
        instances: dict[tuple[str, int], Program] = {}
        chosen: dict[str, list[Program]] = {}
        for family, templates in self._fields.items():
            drawn = {name for name, _ in instances}
            weights = [self._chance(family, t) * (TOGETHER if t.name in drawn else 1.0) for t in templates]
            most = (
                min(self._scale * MOST_TEMPLATES, 1 + missing[family] // PAIRS_PER_TEMPLATE)
                if missing[family] > 0
                else 0
            )
            times: Counter[str] = Counter()
            for template in self._rng.choices(templates, weights, k=most):
                key = (template.name, times[template.name])
                times[template.name] += 1
                if key not in instances:
                    seed = self._rng.randrange(1 << 31)
                    instances[key] = Program(instantiate(template, seed, terse=self._terse), template.name, seed)
                chosen.setdefault(family, []).append(instances[key])
        for family, templates in self._fields.items():
            own, names = chosen.setdefault(family, []), {template.name for template in templates}
            others = [program for program in instances.values() if program.template in names and program not in own]
            own += self._rng.sample(others, min(len(own), len(others)))
        return chosen

    def _chance(self, family: str, template: Template) -> float:
        own = template.family == family
        hope = 0.9 if own else self._family_odds[family].chance(0.3, FAMILY_DOUBT)
        return self._template_odds[family, template.name].chance(hope) * (3 if own else 1)

    def _propose(self, family: str, programs: Sequence[Program], missing: int) -> list[Proposal]:
        """So many breaks of the family in these programs that `missing` should come out of them."""
        found = [
            (self._site_odds[family, program.template, site.ordinal].chance(hope, SITE_DOUBT), (program, site))
            for program in programs
            if (hope := self._template_odds[family, program.template].chance(0.5)) > 0
            for site in program.sites(family, self._rng)
        ]
        proposed: list[Proposal] = []
        expected = 0.0
        for chance, proposal in _weighted_order(found, self._rng):
            if expected >= missing or len(proposed) == self._scale * MOST_TRIES:
                break
            proposed.append(proposal)
            expected += chance
        return proposed


def _weighted_order(items: list[tuple[float, T]], rng: Random) -> list[tuple[float, T]]:
    """A random order in which the heavy come early: exponential keys, Efraimidis and Spirakis (2006)."""
    keyed = [(rng.random() ** (1 / weight), index) for index, (weight, _) in enumerate(items)]
    return [items[index] for _, index in sorted(keyed, reverse=True)]
