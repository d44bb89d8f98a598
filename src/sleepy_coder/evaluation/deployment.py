"""What the gate's decision does to the library, and what earlier nights found about the same candidate."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

import msgspec

from sleepy_coder.errors import Superseded
from sleepy_coder.evaluation.decision import Decision, SkillLine
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.version import Version


def deploy(registry: Registry, candidate: Version, incumbent: Version, decision: Decision, night: str) -> Decision:
    """Serve the candidate or refuse it, once, and give the decision that stands.

    For a night that was killed between decision and record that is the one in the history, whatever the second hearing
    came to. Where the owner has rolled back or promoted another version meanwhile, his choice stays: the candidate was
    compared with something else.
    """
    if (known := _last_said(registry, candidate, lambda other: other == night)) is not None:
        return msgspec.convert(known, Decision)
    if decision.outcome == "promote":
        words = decision.to_json()
        try:
            registry.promote(candidate.id, night=night, decision=words, reason=decision.reason, instead_of=incumbent.id)
            return decision
        except Superseded as problem:
            decision = replace(decision, outcome="keep", reason=f"Keep what the owner chose meanwhile: {problem}.")
    refusal: Literal["keep", "undecided"] = "undecided" if decision.outcome == "undecided" else "keep"
    registry.refuse(candidate.id, refusal, night=night, decision=decision.to_json(), reason=decision.reason)
    return decision


def carried(registry: Registry, candidate: Version, night: str) -> tuple[SkillLine, ...]:
    """What nights before this one found about the candidate: its evidence goes on, it does not start again."""
    said = _last_said(registry, candidate, lambda other: other != night)
    return () if said is None else msgspec.convert(said["skills"], tuple[SkillLine, ...])


def _last_said(registry: Registry, candidate: Version, by: Callable[[str | None], bool]) -> Mapping[str, Any] | None:
    """The last decision about a candidate of a night that `by` accepts."""
    said = (one.decision for one in reversed(registry.events()) if one.version == candidate.id and by(one.night))
    return next((decision for decision in said if decision is not None), None)
