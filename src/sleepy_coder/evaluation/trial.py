"""The trial of a candidate library against the incumbent, on the same fresh items, in rounds until the gate can tell.

Most old items cost nothing: where both libraries send an error to the same skill and that serves the same bits, the
answer is the same by construction, and is not generated; a few of them are, for the report. The clock may cut a trial
only between rounds, so that what was judged is a fair draw.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import set_aside
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.decision import GateItem, Group
from sleepy_coder.evaluation.practice import Judged, PracticeItem, judge_items, passes_on_retry, routes
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.registry.night_record import ItemRecord
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.rust.compiler import Compiler

MOST_REPEATS = 20
CHUNK = 120
"""Old items looked at in one round."""
SHOWN = 120
"""Old items of identical answers that are judged all the same, so that the report knows how many pass."""


@dataclass(frozen=True, slots=True)
class TrialItem:
    """One item under both libraries. `before` and `after` are None where both answer alike and nobody was asked."""

    item: PracticeItem
    identical: bool
    before: Judged | None
    after: Judged | None
    retried: bool | None = None

    @property
    def gate_item(self) -> GateItem:
        """What the gate decides by."""
        before, after = (judged is not None and judged.passed for judged in (self.before, self.after))
        return GateItem(self.item.id, self.item.group, self.item.skill, before, after, self.identical, self.retried)


@dataclass(frozen=True, slots=True)
class Trial:
    """Every item of every round."""

    items: tuple[TrialItem, ...]

    @property
    def gate_items(self) -> list[GateItem]:
        """What the gate decides by."""
        return [item.gate_item for item in self.items]

    @property
    def records(self) -> tuple[ItemRecord, ...]:
        """What the report shows: the items that were judged."""
        return tuple(
            ItemRecord(
                id=one.item.id,
                group=one.item.group.value,
                skill=one.item.skill,
                family=one.item.pair.family,
                before=one.before.verdict.value,
                after=one.after.verdict.value,
                route_before=one.before.route.skill,
                route_after=one.after.route.skill,
                identical=one.identical,
            )
            for one in self.items
            if one.before is not None and one.after is not None
        )


def practice(families: Sequence[str], count: int, seed: int, compiler: Compiler) -> list[Pair]:
    """Up to `count` verified breaks, no program twice, from the templates that no dream may use.

    Fewer where those templates do not bear so many; then the gate cannot tell and says so. Of more families than
    `count` so many are drawn, because even the first round of a stream makes breaks of each.
    """
    if 0 < count < len(families):
        families = Random(f"practice:{seed}").sample(sorted(families), count)
    pairs: dict[str, Pair] = {}
    try:
        for pair in islice(stream("train", families, seed, compiler, keep=set_aside), MOST_REPEATS * count):
            pairs.setdefault(pair.broken.digest, pair)
            if len(pairs) == count:
                break
    except UsageError:  # nothing of these families can be made from them
        return []
    return list(pairs.values())


def draw_rounds(
    skills: Mapping[str, Sequence[str]],
    *,
    per_skill: int,
    rounds: int,
    old: int,
    canaries: int,
    seed: int,
    compiler: Compiler,
) -> Iterator[list[PracticeItem]]:
    """First canaries and a round of every skill that was trained (each with its families), then everything else in
    chunks, then further rounds of the trained skills, no program twice. Drawn when asked for."""
    seen: set[str] = set()

    def fresh(items: list[PracticeItem]) -> list[PracticeItem]:
        found = {item.id.rpartition("/")[2]: item for item in items}
        new = [item for key, item in found.items() if key not in seen]
        seen.update(found)
        return new

    def trained(number: int) -> list[PracticeItem]:
        drawn: list[PracticeItem] = []
        for skill, families in skills.items():
            drawn += practice_items(Group.TRAINED, skill, practice(families, per_skill, seed + 17 * number, compiler))
        return fresh(drawn)

    mine = {family for families in skills.values() for family in families}
    others = practice([family.name for family in FAMILIES if family.name not in mine], old + canaries, seed, compiler)
    yield trained(0) + fresh(practice_items(Group.CANARY, None, others[:canaries]))
    older = fresh([one for pair in others[canaries:] for one in practice_items(Group.OLD, pair.family, [pair])])
    for start in range(0, len(older), CHUNK):
        yield older[start : start + CHUNK]
    for number in range(1, rounds):
        yield trained(number)


def practice_items(group: Group, skill: str | None, pairs: Sequence[Pair]) -> list[PracticeItem]:
    """Pairs with ids that say what they are and stay the same for the same program."""
    return [
        PracticeItem(f"{group.value}/{pair.family}/{pair.broken.digest[:12]}", group, skill, pair) for pair in pairs
    ]


def hold_trial(
    rounds: Iterator[list[PracticeItem]],
    incumbent: Version,
    candidate: Version,
    model: LanguageModel,
    compiler: Compiler,
    *,
    go_on: Callable[[Trial], bool] = lambda trial: True,
) -> Trial:
    """Judges round after round while `go_on` says so of what there is. The first round is always judged."""
    trial = Trial(())
    for items in rounds:
        shown = SHOWN - sum(one.identical and one.before is not None for one in trial.items)
        trial = Trial(trial.items + _judged(items, incumbent, candidate, model, compiler, shown))
        if not go_on(trial):
            break
    return trial


def _judged(
    items: Sequence[PracticeItem],
    incumbent: Version,
    candidate: Version,
    model: LanguageModel,
    compiler: Compiler,
    shown: int,
) -> tuple[TrialItem, ...]:
    old_routes, new_routes = (
        routes(items, library_router(version.manifest, version.path)) for version in (incumbent, candidate)
    )
    same = [
        incumbent.manifest.served_by(before.skill) == candidate.manifest.served_by(after.skill)
        for before, after in zip(old_routes, new_routes, strict=True)
    ]
    free = [index for index, alike in enumerate(same) if alike]
    asked = sorted({*range(len(items))} - {*free[max(shown, 0) :]})
    changed = [index for index in asked if not same[index]]
    answered: list[dict[int, Judged]] = []
    for version, sent, indices in ((incumbent, old_routes, asked), (candidate, new_routes, changed)):
        if indices:
            model.load_library(version.path)
        judged = judge_items([items[i] for i in indices], [sent[i] for i in indices], model, compiler)
        answered.append(dict(zip(indices, judged, strict=True)))
    before, fresh = answered
    after = {index: fresh.get(index) or replace(one, route=new_routes[index]) for index, one in before.items()}
    return tuple(
        TrialItem(
            item,
            same[index],
            before.get(index),
            after.get(index),
            passes_on_retry(item, new_routes[index], model, compiler)
            if index in before and item.group is Group.CANARY and before[index].passed and not after[index].passed
            else None,
        )
        for index, item in enumerate(items)
    )
