"""What a gate is given and what it says: items before and after, and a decision with its reasons in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

import msgspec

SCHEMA = "sleepy-coder/decision/2"
Outcome = Literal["promote", "keep", "undecided"]


class Group(StrEnum):
    """Why an item is among those judged."""

    TRAINED = "trained"  # of a skill that this night trained
    OLD = "old"  # of what was learned before
    CANARY = "canary"  # must never be lost


@dataclass(frozen=True, slots=True)
class GateItem:
    """One item under the incumbent and under the candidate.

    `identical`: both answer it alike by construction (same route, same served coefficients), so it is not generated
    twice, and perhaps not at all: then both are False. `retried`: a canary's second answer under other sampling; None
    where it was not asked again.
    """

    id: str
    group: Group
    skill: str | None
    before: bool
    after: bool
    identical: bool = False
    retried: bool | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """Before and after on the same items. Points are hundredths of the pass rate; the interval is Newcombe's."""

    total: int
    identical: int
    before: int
    after: int
    gained: int
    lost: int
    change_points: float
    interval_points: tuple[float, float]
    p_gain: float  # exact one-sided sign test of "more gained than lost"
    p_loss: float  # and of the reverse


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill's line in the report."""

    skill: str
    group: Group
    result: Paired


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of the gate. `holds` is None where the items cannot tell."""

    name: str
    holds: bool | None
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome and all that it rests on; `to_json` is what the registry and the report keep."""

    outcome: Outcome
    reason: str
    checks: tuple[Check, ...]
    number: int  # of the candidate, over all that were ever put to the gate
    alpha: float  # over all candidates together
    alpha_spent: float  # on this one
    gain_evidence: float  # decimal logarithm of the wealth won against "no gain"
    old_evidence: float  # and against "old items lose the margin"
    evidence_needed: float  # both must reach it
    trained: Paired
    old: Paired
    skills: tuple[SkillLine, ...]
    canaries: int
    canaries_lost: tuple[str, ...]
    gained: tuple[str, ...]  # every item that flipped, of all groups
    lost: tuple[str, ...]
    margin_points: float
    old_lost_at_most_points: float  # the upper bound at alpha_spent, good at all times
    smallest_visible_gain_points: float | None  # None: these items could not have shown any gain
    smallest_provable_margin_points: float  # the least loss that these old items could have ruled out
    power: float
    settings_digest: str

    def to_json(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        converted: dict[str, Any] = msgspec.to_builtins(self)
        return {"schema": SCHEMA, **converted}
