"""Endless verified pairs from the templates, balanced over the families.

A family's operator is tried on the programs of every family, so that an error is not learned together with one program.
Which templates and sites bear fruit is remembered while the stream runs, and tried more often.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from random import Random
from typing import TypeVar

from sleepy_coder.breaker.pairs import Pair, Program, Proposal, judged
from sleepy_coder.breaker.templates import Template, instantiate, load_templates
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler

ROUND = (
    10  # families; a stream of fewer makes more of each at a time, because a run of rustc is dear and a program cheap
)
PAIRS_PER_ROUND = 6  # of each family
TEMPLATES_CHOSEN = 2  # for each family and round, over and above those chosen for the others
PROGRAMS_TRIED = 8  # by each family and round
MOST_TRIES = 24  # breaks of each family and round
BARREN_ROUNDS = 12

T = TypeVar("T")


class _Odds:
    """How often a thing was tried and worked; starts hopeful so that everything is tried."""

    __slots__ = ("tries", "wins")

    def __init__(self) -> None:
        self.tries = self.wins = 0

    def note(self, won: bool) -> None:
        self.tries += 1
        self.wins += won

    @property
    def chance(self) -> float:
        return (self.wins + 0.5) / (self.tries + 1)


def stream(
    split: str,
    families: Sequence[str],
    seed: int,
    compiler: Compiler,
    *,
    own_templates: bool = False,
    keep: Callable[[Template], bool] = lambda template: True,
) -> Iterator[Pair]:
    """Verified pairs without end, the same for the same arguments and templates; take another seed in each process.

    With `own_templates` a family's operator sees only the family's own templates, as suites want it; `keep` leaves
    templates out. Raises UsageError when the templates of this split bear nothing for any of these families.
    """
    templates = [template for template in load_templates(split) if keep(template)]
    fields = {f: [t for t in templates if t.family == f] if own_templates else list(templates) for f in families}
    missing = [family for family, field in fields.items() if not field]
    if missing:
        raise UsageError(f"split {split} has no templates for {', '.join(missing)}")
    return _Stream(fields, Random(f"{split}:{seed}:{','.join(families)}"), compiler).pairs()


class _Stream:
    """The memory of one stream."""

    def __init__(self, fields: dict[str, list[Template]], rng: Random, compiler: Compiler) -> None:
        self._fields, self._rng, self._compiler = fields, rng, compiler
        self._template_odds: defaultdict[tuple[str, str], _Odds] = defaultdict(_Odds)
        self._site_odds: defaultdict[tuple[str, str, int], _Odds] = defaultdict(_Odds)
        self._made = dict.fromkeys(fields, 0)
        self._scale = max(1, ROUND // len(fields))

    def pairs(self) -> Iterator[Pair]:
        for number in count(1):
            programs = self._programs()
            proposed = [
                p
                for family in self._fields
                for p in self._propose(family, programs, number * self._scale * PAIRS_PER_ROUND)
            ]
            pairs = []
            for (program, site), pair in zip(proposed, judged(proposed, self._compiler), strict=True):
                self._template_odds[site.family, program.template].note(pair is not None)
                self._site_odds[site.family, program.template, site.ordinal].note(pair is not None)
                if pair is not None:
                    self._made[site.family] += 1
                    pairs.append(pair)
            if number == BARREN_ROUNDS and not any(self._made.values()):
                raise UsageError(f"no template bears a break of {', '.join(self._fields)}")
            self._rng.shuffle(pairs)
            yield from pairs

    def _programs(self) -> dict[str, Program]:
        """Fresh instances of templates that suit each family, by template."""
        programs: dict[str, Program] = {}
        for family, templates in self._fields.items():
            weights = [self._chance(family, template) for template in templates]
            for template in self._rng.choices(templates, weights, k=self._scale * TEMPLATES_CHOSEN):
                if template.name not in programs:
                    seed = self._rng.randrange(1 << 31)
                    programs[template.name] = Program(instantiate(template, seed), template.name, seed)
        return programs

    def _chance(self, family: str, template: Template) -> float:
        return self._template_odds[family, template.name].chance * (3 if template.family == family else 1)

    def _propose(self, family: str, programs: dict[str, Program], wanted: int) -> list[Proposal]:
        """So many breaks of the family in these programs that `wanted` in all should have been made."""
        here = [template for template in self._fields[family] if template.name in programs]
        chosen = _weighted_order([(self._chance(family, template), template) for template in here], self._rng)[
            : self._scale * PROGRAMS_TRIED
        ]
        found: list[tuple[float, Proposal]] = []
        for template in chosen:
            program = programs[template.name]
            sites = program.sites(family, self._rng)
            if not sites:
                self._template_odds[family, template.name].note(False)
            found += [(self._site_odds[family, template.name, s.ordinal].chance, (program, s)) for s in sites]
        proposed: list[Proposal] = []
        expected = float(self._made[family])
        for proposal in _weighted_order(found, self._rng):
            if expected >= wanted or len(proposed) == self._scale * MOST_TRIES:
                break
            proposed.append(proposal)
            program, site = proposal
            expected += self._site_odds[family, program.template, site.ordinal].chance
        return proposed


def _weighted_order(items: list[tuple[float, T]], rng: Random) -> list[T]:
    """A random order in which the heavy come early: exponential keys, Efraimidis and Spirakis (2006)."""
    keyed = [(rng.random() ** (1 / weight), index) for index, (weight, _) in enumerate(items)]
    return [items[index][1] for _, index in sorted(keyed, reverse=True)]
