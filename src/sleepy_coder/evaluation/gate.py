"""The gate: a candidate is promoted only if it is better where it trained and has lost nothing elsewhere.

Within a candidate, evidence is a betting martingale (`evidence`): it may be looked at after every item, and goes on
from night to night while the candidate stays undecided. Over candidates, alpha is spent: the n-th candidate may spend
alpha * 6 / (pi^2 y^2) / 365 in its y-th block of 365, and all of these sum to alpha. A false promotion needs a false
"improved" or a false "nothing lost", each tested at that level, and both must pass; so the chance that any night, ever,
promotes a candidate that did not improve is at most alpha, and the same holds for one that truly loses more than the
margin. Vetoes (a canary, a skill that got worse) only make promotion rarer, so they are tested at the whole alpha and
spend nothing. This counts items as draws from what the owner will meet; it does not protect against items that are
unlike the owner's code.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from sleepy_coder.evaluation.decision import Check, Decision, GateItem, Group, Outcome, Paired, SkillLine
from sleepy_coder.evaluation.evidence import (
    gain_evidence,
    gains_needed,
    items_needed,
    lost_at_most,
    no_loss_evidence,
    smallest_visible_gain,
)
from sleepy_coder.evaluation.statistics import paired_difference, sign_test
from sleepy_coder.settings import Settings

NO_SKILL = "(no skill)"
MOST_NAMED = 5
BLOCK = 365
"""Candidates that share one part of alpha evenly: a year of nights."""


LEAST_EVIDENCE = -1e4
"""What is told of a wealth that is lost altogether: JSON has no minus infinity."""


class Gate(Protocol):
    """Decides about one candidate; never raises for a bad candidate, only for items that contradict themselves."""

    def decide(
        self, items: Sequence[GateItem], number: int, settings: Settings, carried: Sequence[SkillLine] = ()
    ) -> Decision:
        """`number` counts from 1 over all candidates; `carried` are the lines of this candidate's earlier nights."""


def candidate_alpha(alpha: float, number: int) -> float:
    """What candidate `number` (from 1) may spend of alpha; the sum over all candidates is alpha."""
    if number < 1:
        raise ValueError(f"candidates count from 1, not {number}")
    year = 1 + (number - 1) // BLOCK
    return alpha * 6 / (math.pi**2 * year**2) / BLOCK


class SequentialGate:
    """Canaries, a veto per skill, pooled non-inferiority on old items, improvement on trained skills."""

    def decide(
        self, items: Sequence[GateItem], number: int, settings: Settings, carried: Sequence[SkillLine] = ()
    ) -> Decision:
        """Promote, keep or undecided; raises ValueError for an id given twice or an identical item that flipped."""
        _check_items(items)
        alpha, level = candidate_alpha(settings.alpha, number), settings.interval_level
        judged = [item for item in items if item.group is not Group.CANARY]
        skills = _with_earlier(_skill_lines(judged, level), carried, level)
        trained, old = (pooled(skills, group, level) for group in (Group.TRAINED, Group.OLD))
        canaries = [item for item in items if item.group is Group.CANARY]
        canaries_lost = [item for item in canaries if item.before and not item.after and not item.retried]
        margin = settings.margin_points / 100
        bound = lost_at_most(old.gained, old.lost, old.total, alpha)
        gain = smallest_visible_gain(trained.total, alpha, settings.power)
        checks = (
            _canary_check(canaries, canaries_lost),
            _skill_check(skills, settings.alpha),
            _old_check(old, bound, alpha, settings),
            _improvement_check(trained, alpha, settings),
        )
        outcome = _outcome(checks)
        return Decision(
            outcome=outcome,
            reason=_reason(outcome, checks),
            checks=checks,
            number=number,
            alpha=settings.alpha,
            alpha_spent=alpha,
            gain_evidence=max(float(gain_evidence(trained.gained, trained.lost)), LEAST_EVIDENCE) / math.log(10),
            old_evidence=no_loss_evidence(old.gained, old.lost, old.total, margin) / math.log(10),
            evidence_needed=-math.log10(alpha),
            trained=trained,
            old=old,
            skills=skills,
            canaries=len(canaries),
            canaries_lost=tuple(item.id for item in canaries_lost),
            gained=tuple(item.id for item in items if item.after and not item.before),
            lost=tuple(item.id for item in items if item.before and not item.after),
            margin_points=settings.margin_points,
            old_lost_at_most_points=100 * bound,
            smallest_visible_gain_points=None if gain is None else 100 * gain,
            smallest_provable_margin_points=100 * lost_at_most(0, 0, old.total, alpha),
            power=settings.power,
            settings_digest=settings_digest(settings),
        )


def paired(items: Sequence[GateItem], level: float) -> Paired:
    """The counts, tests and interval of these items."""
    return _paired(
        total=len(items),
        identical=sum(item.identical for item in items),
        before=sum(item.before for item in items),
        gained=sum(item.after and not item.before for item in items),
        lost=sum(item.before and not item.after for item in items),
        level=level,
    )


def pooled(lines: Sequence[SkillLine], group: Group, level: float) -> Paired:
    """All items of a group as one."""
    results = [line.result for line in lines if line.group is group]
    names = ("total", "identical", "before", "gained", "lost")
    return _paired(**{name: sum(getattr(result, name) for result in results) for name in names}, level=level)


def _paired(*, total: int, identical: int, before: int, gained: int, lost: int, level: float) -> Paired:
    low, high = paired_difference(gained, lost, before, total, level)
    return Paired(
        total=total,
        identical=identical,
        before=before,
        after=before + gained - lost,
        gained=gained,
        lost=lost,
        change_points=100 * (gained - lost) / total if total else 0.0,
        interval_points=(100 * low, 100 * high),
        p_gain=sign_test(gained, lost),
        p_loss=sign_test(lost, gained),
    )


def settings_digest(settings: Settings) -> str:
    """The digest of the knobs that a decision depends on, so that two decisions can be told to be comparable."""
    names = ("alpha", "margin_points", "useful_gain_points", "power", "interval_level", "gate_nights")
    knobs = {name: getattr(settings, name) for name in names}
    return hashlib.sha256(msgspec.json.encode(knobs, order="deterministic")).hexdigest()[:16]


def _check_items(items: Iterable[GateItem]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise ValueError(f"item {item.id} is given twice")
        if item.identical and item.before != item.after:
            raise ValueError(f"item {item.id} is identical by construction and yet flipped")
        seen.add(item.id)


def _skill_lines(items: Iterable[GateItem], level: float) -> tuple[SkillLine, ...]:
    by_skill: defaultdict[tuple[Group, str], list[GateItem]] = defaultdict(list)
    for item in items:
        by_skill[item.group, item.skill or NO_SKILL].append(item)
    return _sorted(SkillLine(skill, group, paired(found, level)) for (group, skill), found in by_skill.items())


def _with_earlier(now: Sequence[SkillLine], earlier: Sequence[SkillLine], level: float) -> tuple[SkillLine, ...]:
    """Each skill's counts of this night and of the candidate's earlier ones together."""
    if not earlier:
        return tuple(now)
    ways = dict.fromkeys((line.group, line.skill) for line in (*now, *earlier))
    both = [
        (group, skill, [line for line in (*now, *earlier) if (line.group, line.skill) == (group, skill)])
        for group, skill in ways
    ]
    return _sorted(SkillLine(skill, group, pooled(lines, group, level)) for group, skill, lines in both)


def _sorted(lines: Iterable[SkillLine]) -> tuple[SkillLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.group is Group.OLD, line.skill)))


def _canary_check(canaries: Sequence[GateItem], lost: Sequence[GateItem]) -> Check:
    if lost:
        return Check("canaries", False, f"{_many(len(lost), 'canary', 'canaries')} lost: {_some(i.id for i in lost)}")
    return Check("canaries", True, f"none of {_many(len(canaries), 'canary', 'canaries')} lost")


def _skill_check(skills: Sequence[SkillLine], alpha: float) -> Check:
    worse = [line for line in skills if line.result.lost > line.result.gained and line.result.p_loss <= alpha]
    if worse:
        words = "; ".join(
            f"{line.skill} lost {line.result.lost} and gained {line.result.gained} of {line.result.total} "
            f"(p = {line.result.p_loss:.2g})"
            for line in worse
        )
        return Check("each skill", False, f"got worse: {words}")
    return Check("each skill", True, f"no skill of {len(skills)} got significantly worse")


def _old_check(old: Paired, bound: float, alpha: float, settings: Settings) -> Check:
    name, margin = "old items", settings.margin_points / 100
    counts = f"{old.lost} lost and {old.gained} gained of {old.total}"
    if old.lost > old.gained and old.p_loss <= settings.alpha:
        return Check(name, False, f"{counts}: a loss (p = {old.p_loss:.2g})")
    if bound <= margin:
        words = f"{counts}: at most {100 * bound:.2f} points lost, margin {settings.margin_points:g}"
        return Check(name, True, words)
    needed = items_needed(alpha, margin)
    advice = f"; {needed} items without a loss would settle it" if old.total < needed else ""
    words = f"{counts}: up to {100 * bound:.2f} points may be lost, margin {settings.margin_points:g}{advice}"
    return Check(name, None, words)


def _improvement_check(trained: Paired, alpha: float, settings: Settings) -> Check:
    name = "trained skills"
    low, high = trained.interval_points
    change = f"{trained.change_points:+.1f} points, {100 * trained.before / max(trained.total, 1):.1f} to "
    change += f"{100 * trained.after / max(trained.total, 1):.1f} % of {trained.total} items"
    wealth = gain_evidence(trained.gained, trained.lost)
    evidence = f"interval {low:+.1f} to {high:+.1f}, evidence {_odds(wealth)} against {_odds(-math.log(alpha))}"
    needed = gains_needed(alpha)
    if wealth >= -math.log(alpha):
        return Check(name, True, f"{change} ({evidence})")
    if trained.total < needed:
        return Check(name, None, f"{trained.total} items cannot show any gain, {needed} could; {change}")
    gained_at_most = lost_at_most(trained.lost, trained.gained, trained.total, settings.alpha)
    if 100 * gained_at_most < settings.useful_gain_points:
        return Check(name, False, f"less than {settings.useful_gain_points:g} points gained: {change} ({evidence})")
    return Check(name, None, f"the gain may be chance: {change} ({evidence})")


def _odds(wealth: float) -> str:
    """Log wealth as the odds that a bettor made of 1, to two digits."""
    power = wealth / math.log(10)
    return f"{10**power:.2g}:1" if abs(power) < 5 else f"10^{power:.0f}:1"


def _outcome(checks: Sequence[Check]) -> Outcome:
    if any(check.holds is False for check in checks):
        return "keep"
    return "promote" if all(check.holds for check in checks) else "undecided"


def _reason(outcome: Outcome, checks: Sequence[Check]) -> str:
    if outcome == "promote":
        return "Promote: " + "; ".join(f"{check.name}: {check.words}" for check in reversed(checks)) + "."
    wanted = False if outcome == "keep" else None
    causes = "; ".join(f"{check.name}: {check.words}" for check in checks if check.holds is wanted)
    head = "Keep the incumbent" if outcome == "keep" else "Undecided, keep the incumbent"
    return f"{head}: {causes}."


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _some(ids: Iterable[str]) -> str:
    first, more = (listed := list(ids))[:MOST_NAMED], len(listed) - MOST_NAMED
    return ", ".join(first) + (f" and {more} more" if more > 0 else "")
