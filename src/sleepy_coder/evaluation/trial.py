"""The trial of a candidate library against the incumbent, on the same items, as the gate wants it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import set_aside
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.decision import GateItem, Group
from sleepy_coder.evaluation.practice import Judged, PracticeItem, judge_items, passes_on_retry, routes
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.registry.manifest import Manifest
from sleepy_coder.registry.night_record import ItemRecord
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.rust.compiler import Compiler

MOST_REPEATS = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """Every item under both libraries."""

    items: tuple[PracticeItem, ...]
    before: tuple[Judged, ...]
    after: tuple[Judged, ...]
    identical: tuple[bool, ...]
    retried: tuple[bool | None, ...]

    @property
    def gate_items(self) -> list[GateItem]:
        """What the gate decides by."""
        return [
            GateItem(item.id, item.group, item.skill, before.passed, after.passed, identical=same, retried=again)
            for item, before, after, same, again in zip(
                self.items, self.before, self.after, self.identical, self.retried, strict=True
            )
        ]

    @property
    def records(self) -> tuple[ItemRecord, ...]:
        """What the report shows."""
        rows = zip(self.items, self.before, self.after, self.identical, strict=True)
        return tuple(
            ItemRecord(
                id=item.id,
                group=item.group.value,
                skill=item.skill,
                family=item.pair.family,
                before=before.verdict.value,
                after=after.verdict.value,
                route_before=before.route.skill,
                route_after=after.route.skill,
                identical=same,
            )
            for item, before, after, same in rows
        )


def practice(families: Sequence[str], count: int, seed: int, compiler: Compiler) -> list[Pair]:
    """Up to `count` verified breaks, no program twice, from the templates that no dream may use.

    Fewer where those templates do not bear so many; then the gate cannot tell and says so.
    """
    pairs: dict[str, Pair] = {}
    try:
        for pair in islice(stream("train", families, seed, compiler, keep=set_aside), MOST_REPEATS * count):
            pairs.setdefault(pair.broken.digest, pair)
            if len(pairs) == count:
                break
    except UsageError:  # nothing of these families can be made from them
        return []
    return list(pairs.values())


def draw_items(
    skills: Mapping[str, Sequence[str]], *, per_skill: int, old: int, canaries: int, seed: int, compiler: Compiler
) -> list[PracticeItem]:
    """Items of the skills that were trained (each with its families), of everything else, and canaries."""
    items: list[PracticeItem] = []
    for skill, families in skills.items():
        items += practice_items(Group.TRAINED, skill, practice(families, per_skill, seed, compiler))
    trained = {family for families in skills.values() for family in families}
    others = [family.name for family in FAMILIES if family.name not in trained]
    known = practice(others, old + canaries, seed, compiler)
    items += practice_items(Group.OLD, None, known[:old])
    return items + practice_items(Group.CANARY, None, known[old:])


def practice_items(group: Group, skill: str | None, pairs: Sequence[Pair]) -> list[PracticeItem]:
    """Pairs with ids that say what they are and stay the same for the same program."""
    return [
        PracticeItem(f"{group.value}/{pair.family}/{pair.broken.digest[:12]}", group, skill, pair) for pair in pairs
    ]


def hold_trial(
    items: Sequence[PracticeItem],
    incumbent: Version,
    candidate: Version,
    model: LanguageModel,
    compiler: Compiler,
    *,
    tell: Callable[[float], None] = lambda fraction: None,
) -> Trial:
    """Judges every item under the incumbent, and under the candidate where its answer can differ."""
    before_routes = routes(items, SignatureRouter.of(incumbent.manifest))
    after_routes = routes(items, SignatureRouter.of(candidate.manifest))
    same = [
        _served(incumbent.manifest, before.skill) == _served(candidate.manifest, after.skill)
        for before, after in zip(before_routes, after_routes, strict=True)
    ]
    model.load_library(incumbent.path)
    before = judge_items(items, before_routes, model, compiler)
    tell(0.6)
    model.load_library(candidate.path)
    changed = [index for index, alike in enumerate(same) if not alike]
    fresh = judge_items([items[i] for i in changed], [after_routes[i] for i in changed], model, compiler)
    after = [replace(judged, route=route) for judged, route in zip(before, after_routes, strict=True)]
    for index, judged in zip(changed, fresh, strict=True):
        after[index] = judged
    retried = [
        passes_on_retry(item, route, model, compiler)
        if item.group is Group.CANARY and old.passed and not new.passed
        else None
        for item, route, old, new in zip(items, after_routes, before, after, strict=True)
    ]
    tell(1.0)
    return Trial(tuple(items), tuple(before), tuple(after), tuple(same), tuple(retried))


def _served(manifest: Manifest, skill: str | None) -> str | None:
    """What takes effect: the digest of the skill's served tensors, or None for the base model."""
    return None if skill is None else manifest.skills[skill].served
