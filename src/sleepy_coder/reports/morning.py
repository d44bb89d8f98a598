"""The morning report as a value, made from records alone; `page` and `text` show it, `to_json` hands it on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sleepy_coder.evaluation.decision import SCHEMA as DECISION_SCHEMA
from sleepy_coder.evaluation.decision import Decision
from sleepy_coder.registry.night_record import NOT_MERGED, ItemRecord, NightRecord, SkillRecord
from sleepy_coder.reports import tallies
from sleepy_coder.reports.learned import next_step
from sleepy_coder.reports.tallies import Matrix, PassTally, RouteTally
from sleepy_coder.reports.words import NO_BREAK, many, percent, several
from sleepy_coder.reports.yesterday import Yesterday
from sleepy_coder.rust.signature import Signature


@dataclass(frozen=True, slots=True)
class FailureLine:
    """A kind of error that stayed unmended by day, how often (None: not noted), and what the night did about it.

    `shapes` are the wordings of it, the most frequent first.
    """

    code: str
    shapes: tuple[str, ...]
    count: int | None
    taught: bool
    fate: str


@dataclass(frozen=True, slots=True)
class Morning:
    """One night in full. `failures` are the day's own where the day is known, else what the night noted of them."""

    night: NightRecord
    headline: str
    summary: str
    decision: Decision | None
    day: Yesterday | None
    failures: tuple[FailureLine, ...]
    groups: tuple[PassTally, ...]
    skills: tuple[PassTally, ...]
    matrix: Matrix
    routes: tuple[RouteTally, ...]
    gained: tuple[ItemRecord, ...]
    lost: tuple[ItemRecord, ...]
    next_step: str

    @property
    def trained(self) -> PassTally | None:
        """All items of the skills that this night trained."""
        return next((group for group in self.groups if group.name == "trained"), None)

    def to_json(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        values: dict[str, Any] = msgspec.to_builtins(self)
        return values


def _decision(night: NightRecord) -> Decision | None:
    """The gate's decision; None where it was not asked, or was another version of it."""
    if night.decision is None or night.decision.get("schema") != DECISION_SCHEMA:
        return None
    return msgspec.convert(night.decision, Decision)


def morning(night: NightRecord, nights: Sequence[NightRecord] = (), day: Yesterday | None = None) -> Morning:
    """The report of `night`; `nights` are all that are known, of which those up to this one make the matrix."""
    known = [other for other in nights if other.number < night.number]
    decision = _decision(night)
    return Morning(
        night=night,
        headline=_headline(night),
        summary=_summary(night),
        decision=decision,
        day=day,
        failures=_noted_failures(night) if day is None else _days_failures(night, day),
        groups=tallies.by_group(night.items),
        skills=tallies.by_skill(night.items),
        matrix=tallies.forgetting([*known, night]),
        routes=tallies.routes(night.items),
        gained=tallies.gained(night.items),
        lost=tallies.lost(night.items),
        next_step=next_step(night, day),
    )


def _headline(night: NightRecord) -> str:
    if night.promoted:
        better = {tally.name for tally in tallies.by_skill(night.items) if tally.after > tally.before}
        came = tallies.merged(night)
        learned, taught = len(better.intersection(came)), len(night.skills) or len(came)
        count = many(taught, "skill") if learned == taught else f"{learned} of {many(taught, 'skill')}"
        return f"Promoted: {count} learned" + ("" if tallies.lost(night.items) else ", nothing lost")
    if not night.skills and not night.retrial:
        return "Nothing to learn tonight"
    if night.outcome == "undecided":
        return "Undecided, so the incumbent stays"
    return "The incumbent stays"


def _summary(night: NightRecord) -> str:
    groups = {group.name: group for group in tallies.by_group(night.items)}
    sentences = []
    trained = groups.get("trained")
    if trained is not None:
        came = tallies.merged(night)
        names = several(list(came)) if came else "the trained skills"
        sentences.append(
            f"On {names} the repair rate went from {percent(trained.before_fraction)} to "
            f"{percent(trained.after_fraction)} of {many(trained.total, 'item')} that training never saw."
        )
    older = [groups[name] for name in ("old", "canary") if name in groups]
    if older:
        total, lost = sum(group.total for group in older), sum(group.lost for group in older)
        what = many(total, "older item")
        sentences.append(f"Of {what}{NO_BREAK}{'none' if lost == 0 else lost} {'were' if lost > 1 else 'was'} lost.")
    if night.cut:
        sentences.append("The budget cut the night short; what was done by then was judged.")
    return " ".join(sentences)


def _days_failures(night: NightRecord, day: Yesterday) -> tuple[FailureLine, ...]:
    """One line for each skill that was taught, with all the wordings of its error, and one for each other signature."""
    owners = {key: skill for skill in night.skills for key in skill.signatures}
    lines: dict[str, FailureLine] = {}
    for failure in day.failures:
        said = Signature.of(failure.signature)
        owner = owners.get(failure.signature)
        name = owner.skill if owner else failure.signature
        before = lines.get(name)
        if before is not None:
            total = (before.count or 0) + failure.count
            lines[name] = replace(before, shapes=(*before.shapes, said.shape), count=total)
        else:
            fate = _fate(owner) if owner else night.not_due.get(failure.signature, "not looked at")
            lines[name] = FailureLine(said.code, (said.shape,), failure.count, owner is not None, fate)
    return tuple(sorted(lines.values(), key=lambda line: -(line.count or 0)))


def _noted_failures(night: NightRecord) -> tuple[FailureLine, ...]:
    """A night notes how many failures made a skill due, and which signatures they had, not how many had each."""
    taught = [
        FailureLine(skill.code, tuple(map(_shape, skill.signatures)), skill.failures, True, _fate(skill))
        for skill in sorted(night.skills, key=lambda skill: (-skill.failures, skill.skill))
    ]
    waiting = [
        FailureLine(Signature.of(key).code, (_shape(key),), None, False, why) for key, why in night.not_due.items()
    ]
    return (*taught, *waiting)


def _fate(skill: SkillRecord) -> str:
    return f"tried, did not take: {skill.skill}" if skill.fate == NOT_MERGED else f"taught: {skill.skill}"


def _shape(signature: str) -> str:
    return Signature.of(signature).shape or signature
