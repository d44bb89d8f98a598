"""What the gate's decision does to the library, and what earlier nights found about the same candidate."""

import msgspec

from sleepy_coder.evaluation.decision import Decision, SkillLine
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.version import Version


def deploy(registry: Registry, candidate: Version, decision: Decision, night: str) -> None:
    """Serve the candidate or refuse it, once: a night that was killed between decision and record does nothing here."""
    if registry.decided(night):
        return
    words = decision.to_json()
    if decision.outcome == "promote":
        registry.promote(candidate.id, night=night, decision=words, reason=decision.reason)
    else:
        registry.refuse(candidate.id, decision.outcome, night=night, decision=words, reason=decision.reason)


def carried(registry: Registry, candidate: Version, night: str) -> tuple[SkillLine, ...]:
    """What nights before this one found about the candidate: its evidence goes on, it does not start again."""
    events = [event for event in registry.events() if event.version == candidate.id and event.night != night]
    said = next((event.decision for event in reversed(events) if event.decision is not None), None)
    return () if said is None else msgspec.convert(said["skills"], tuple[SkillLine, ...])
