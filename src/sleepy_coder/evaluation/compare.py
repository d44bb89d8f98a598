"""Two evaluations of the same items: what flipped, what cannot have changed, and what the gate is to see."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.decision import GateItem, Group
from sleepy_coder.evaluation.record import Evaluation, ItemResult
from sleepy_coder.evaluation.statistics import Interval, mcnemar, paired_difference
from sleepy_coder.registry.manifest import Manifest
from sleepy_coder.routing.router import Router
from sleepy_coder.rust.signature import Signature


class Flips(NamedTuple):
    """Ids that failed before and pass now, ids of the reverse, and the exact two-sided test of the two counts."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    p_value: float
    gain_points: float
    interval_points: Interval


class Role(NamedTuple):
    """Why an item is judged, and the skill it belongs to."""

    group: Group
    skill: str | None


def flips(before: Evaluation, after: Evaluation, level: float = 0.95) -> Flips:
    """What flipped from `before` to `after`; raises UsageError if they are not about the same items."""
    if before.suite_digest != after.suite_digest or [i.id for i in before.items] != [i.id for i in after.items]:
        raise UsageError(f"the evaluations of {before.suite} and {after.suite} are not about the same items")
    pairs = list(zip(before.items, after.items, strict=True))
    gained = tuple(new.id for old, new in pairs if new.passed and not old.passed)
    lost = tuple(new.id for old, new in pairs if old.passed and not new.passed)
    low, high = paired_difference(len(gained), len(lost), before.passed, before.total, level)
    return Flips(
        gained=gained,
        lost=lost,
        p_value=mcnemar(len(gained), len(lost)),
        gain_points=100 * (after.passed_fraction - before.passed_fraction),
        interval_points=Interval(100 * low, 100 * high),
    )


def unchanged(
    items: Sequence[ItemResult],
    incumbent: tuple[Manifest, Router],
    candidate: tuple[Manifest, Router],
) -> dict[str, ItemResult]:
    """Those of the incumbent's results that the candidate would repeat, by construction, bit for bit.

    That is so where every error met on the way is routed alike and the skill it goes to serves the same coefficients
    (a merge that turned the basis changes them), on the same base model and with the same seed and arm. Results whose
    routes are not known are never among them.
    """
    (old, old_router), (new, new_router) = incumbent, candidate
    if old.base_model.digest != new.base_model.digest:
        return {}

    def same(key: str) -> bool:
        error = Signature(*key.split("|", 1))
        skill = old_router.route(error).skill
        if skill != new_router.route(error).skill:
            return False
        return skill is None or (
            skill in old.skills and skill in new.skills and old.skills[skill].served == new.skills[skill].served
        )

    return {item.id: item for item in items if item.routes is not None and all(same(key) for key, _ in item.routes)}


def gate_items(
    before: Sequence[ItemResult],
    after: Sequence[ItemResult],
    roles: Mapping[str, Role],
    *,
    identical: Mapping[str, ItemResult] | frozenset[str] = frozenset(),
    retried: Mapping[str, bool] | None = None,
) -> tuple[GateItem, ...]:
    """What the gate sees of the items in `roles`: every one of them must have been judged under both libraries.

    `retried` tells which lost canaries passed when they were asked again. Raises KeyError for an item not judged.
    """
    old, new = {item.id: item for item in before}, {item.id: item for item in after}
    again = retried or {}
    return tuple(
        GateItem(
            id=name,
            group=role.group,
            skill=role.skill,
            before=old[name].passed,
            after=new[name].passed,
            identical=name in identical,
            retried=again.get(name),
        )
        for name, role in roles.items()
    )
