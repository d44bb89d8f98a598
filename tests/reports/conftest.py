"""Nights made by hand: small, complete, and with every kind of thing that a record can hold."""

import math
from collections.abc import Callable

import pytest

from sleepy_coder.evaluation.decision import GateItem, Group
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.registry.night_record import (
    BasisRecord,
    CurvePoint,
    ItemRecord,
    LedgerRecord,
    NightRecord,
    SkillRecord,
)
from sleepy_coder.settings import Settings

SIGNATURES = {
    "E0277-index-cast": ("E0277|the type `[_]` cannot be indexed by `integer` / slice indices are of type `usize`",),
    "E0614-deref": ("E0614|type `integer` cannot be dereferenced / can't be dereferenced",),
    "E0063-field": ("E0063|missing field `_` in initializer of `_` / missing `_`",),
    "E0618-call": ("E0618|expected function, found `integer` / call expression requires function",),
}
OLD = ("E0061-extra-argument", "E0369-derive-removed", "E0373-move-removed")


def skill_record(skill: str, exact_after: float = 0.95, steps: int = 120) -> SkillRecord:
    """A skill that was trained with a loss that falls."""
    curve = tuple(CurvePoint(step, 0.05 + 2.5 * math.exp(-step / 25)) for step in range(1, steps + 1, 4))
    return SkillRecord(
        skill=skill,
        code=skill[:5],
        signatures=SIGNATURES[skill],
        failures=14,
        examples=220,
        origins={"dream": 220},
        kind="coefficients",
        warm_start="E0061-extra-argument",
        steps=steps,
        planned_steps=120,
        seconds=31.5,
        trained_numbers=57_344,
        trained_tensors={"core": 56},
        norm=1.7,
        exact_before=0.02,
        exact_after=exact_after,
        curve=curve,
        estimate=0.012,
        guarantee=0.03,
        exact_error=0.011,
    )


def item(group: str, family: str, number: int, before: bool, after: bool, served_by: str | None) -> ItemRecord:
    """One gate item; only the items of trained skills change their way."""
    verdicts = {True: "FIXED", False: "BROKEN"}
    trained = group == "trained"
    return ItemRecord(
        id=f"{group}/{family}/{number:012x}",
        group=group,
        skill=family if trained else None,
        family=family,
        before=verdicts[before],
        after=verdicts[after],
        route_before=served_by,
        route_after=family if trained else served_by,
        identical=not trained and before == after,
    )


def night_items(skills: tuple[str, ...], lose: int = 0) -> tuple[ItemRecord, ...]:
    """16 items of each trained skill, of which 14 are gained; 40 of each older one; 200 of the base model's, of which
    `lose` are lost."""
    items = [item("trained", s, n, n == 0, n != 9, None) for s in skills for n in range(16)]
    items += [item("old", s, n, n % 9 != 0, n % 9 != 0, s) for s in OLD for n in range(40)]
    families = ("E0425-typo", "E0384-mut-removed")
    items += [
        item("old", families[n % 2], n, n % 11 != 0, n % 11 != 0 and not 1 <= n <= lose, None) for n in range(200)
    ]
    return tuple(items)


def night_record(
    number: int = 1, skills: tuple[str, ...] = ("E0277-index-cast", "E0614-deref"), lose: int = 0
) -> NightRecord:
    """A whole night whose decision is the real gate's."""
    items = night_items(skills, lose)
    asked = [
        GateItem(i.id, Group(i.group), i.skill, i.before == "FIXED", i.after == "FIXED", i.identical) for i in items
    ]
    decision = SequentialGate().decide(asked, number, Settings(margin_points=5.0))
    return NightRecord(
        id=f"2026-11-{20 + number}-a1b2c3",
        number=number,
        started=f"2026-11-{20 + number}T02:00:00+00:00",
        model="embedded",
        incumbent=f"{number - 1:016x}",
        candidate=f"{number:016x}",
        promoted=decision.outcome == "promote",
        outcome=decision.outcome,
        reason=decision.reason,
        budget_seconds=900.0,
        cut=False,
        plan={"steps": 120},
        skills=tuple(skill_record(skill) for skill in skills),
        not_due={"E0605|non-primitive cast: `_` as `integer` / an `as` expression": "only 1 of the 3 failures"},
        basis=BasisRecord((24, 31), (26, 33), 0, 0, "strict", True, 1_900_000, 420_000),
        ledger=tuple(
            [LedgerRecord(skill, "merged", 0.012, 0.03, 0.011) for skill in skills]
            + [LedgerRecord(skill, "unchanged", 0.004, 0.009, None) for skill in OLD]
        ),
        items=items,
        decision=decision.to_json(),
        seconds={"plan": 6.0, "learn": 163.0, "merge": 3.1, "trial": 85.0, "total": 257.0},
        provenance={"commit": "0" * 40, "date": f"2026-11-{20 + number}T02:04:00+00:00", "seeds": [0]},
    )


@pytest.fixture
def make_night() -> Callable[..., NightRecord]:
    """`night_record`, for tests in other modules."""
    return night_record
