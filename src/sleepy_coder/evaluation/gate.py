"""The gate: a candidate is promoted only if it is better where it trained and has lost nothing elsewhere.

Error control over a sequence of nights: night n tests at alpha_n = alpha * 6 / (pi^2 n^2), and these sum to alpha. A
false promotion needs a false "improved" or a false "nothing lost", each tested at alpha_n, and both must pass; so the
chance that any night, ever, promotes a candidate that did not improve is at most alpha, and the same holds for a
candidate that truly loses more than the margin. Vetoes (a canary, a skill that got worse) only make promotion rarer,
so they are tested at the whole alpha and spend nothing. This counts the flips of items as draws from what the owner
will meet; it does not protect against a suite that is unlike the owner's code.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from sleepy_coder.evaluation.decision import Check, Decision, GateItem, Group, Outcome, Paired, SkillLine
from sleepy_coder.evaluation.statistics import (
    gains_needed,
    items_needed,
    lower_bound,
    paired_difference,
    sign_test,
    smallest_visible_gain,
    upper_bound,
)
from sleepy_coder.settings import Settings

NO_SKILL = "(no skill)"


class Gate(Protocol):
    """Decides about one candidate; never raises for a bad candidate, only for items that contradict themselves."""

    def decide(self, items: Sequence[GateItem], night_number: int, settings: Settings) -> Decision:
        """`night_number` counts from 1 over all nights that asked a gate."""


def night_alpha(alpha: float, night_number: int) -> float:
    """What night `night_number` (from 1) may spend of alpha; the sum over all nights is alpha."""
    if night_number < 1:
        raise ValueError(f"nights count from 1, not {night_number}")
    return alpha * 6 / (math.pi**2 * night_number**2)


class SequentialGate:
    """Canaries, a veto per skill, exact pooled non-inferiority on old items, exact improvement on trained skills."""

    def decide(self, items: Sequence[GateItem], night_number: int, settings: Settings) -> Decision:
        """Promote, keep or undecided; raises ValueError for an id given twice or an identical item that flipped."""
        _check_items(items)
        alpha = night_alpha(settings.alpha, night_number)
        trained, old = ([item for item in items if item.group is group] for group in (Group.TRAINED, Group.OLD))
        level = settings.interval_level
        trained_pair, old_pair = paired(trained, level), paired(old, level)
        skills = _skill_lines(trained + old, level)
        canaries = [item for item in items if item.group is Group.CANARY]
        canaries_lost = [item for item in canaries if item.before and not item.after and not item.retried]
        bound = upper_bound(old_pair.lost, old_pair.total, alpha)
        gain = smallest_visible_gain(trained_pair.total, alpha, settings.power)
        checks = (
            _canary_check(canaries, canaries_lost),
            _skill_check(skills, settings.alpha),
            _old_check(old_pair, bound, alpha, settings),
            _improvement_check(trained_pair, alpha),
        )
        outcome = _outcome(checks)
        return Decision(
            outcome=outcome,
            reason=_reason(outcome, checks),
            checks=checks,
            night_number=night_number,
            alpha=settings.alpha,
            alpha_night=alpha,
            trained=trained_pair,
            old=old_pair,
            skills=skills,
            canaries=len(canaries),
            canaries_lost=tuple(item.id for item in canaries_lost),
            gained=tuple(item.id for item in items if item.after and not item.before),
            lost=tuple(item.id for item in items if item.before and not item.after),
            margin_points=settings.margin_points,
            old_lost_at_most_points=100 * bound,
            smallest_visible_gain_points=None if gain is None else 100 * gain,
            smallest_provable_margin_points=100 * upper_bound(0, old_pair.total, alpha),
            power=settings.power,
            settings_digest=settings_digest(settings),
        )


def paired(items: Sequence[GateItem], level: float) -> Paired:
    """The counts, tests and interval of these items."""
    gained = sum(item.after and not item.before for item in items)
    lost = sum(item.before and not item.after for item in items)
    before, total = sum(item.before for item in items), len(items)
    low, high = paired_difference(gained, lost, before, total, level)
    return Paired(
        total=total,
        identical=sum(item.identical for item in items),
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
    knobs = {
        name: getattr(settings, name) for name in ("alpha", "margin_points", "power", "interval_level", "replicas")
    }
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
    lines = [SkillLine(skill, group, paired(found, level)) for (group, skill), found in by_skill.items()]
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
    if lower_bound(old.lost, old.total, settings.alpha) > margin:
        return Check(name, False, f"{counts}: more than the margin of {settings.margin_points:g} points lost")
    if bound < margin:
        words = f"{counts}: at most {100 * bound:.2f} points lost, margin {settings.margin_points:g}"
        return Check(name, True, words)
    needed = items_needed(alpha, margin)
    advice = f"; {needed} items without a loss would settle it" if old.total < needed else ""
    words = f"{counts}: up to {100 * bound:.2f} points may be lost, margin {settings.margin_points:g}{advice}"
    return Check(name, None, words)


def _improvement_check(trained: Paired, alpha: float) -> Check:
    name = "trained skills"
    low, high = trained.interval_points
    change = f"{trained.change_points:+.1f} points, {100 * trained.before / max(trained.total, 1):.1f} to "
    change += f"{100 * trained.after / max(trained.total, 1):.1f} % of {trained.total} items"
    evidence = f"interval {low:+.1f} to {high:+.1f}, p = {trained.p_gain:.2g} against {alpha:.2g}"
    needed = gains_needed(alpha)
    if trained.p_gain <= alpha:
        return Check(name, True, f"{change} ({evidence})")
    if trained.total < needed:
        return Check(name, None, f"{trained.total} items cannot show any gain, {needed} could; {change}")
    if trained.gained <= trained.lost:
        return Check(name, False, f"nothing gained: {change} ({evidence})")
    return Check(name, None, f"the gain may be chance: {change} ({evidence})")


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


def _some(ids: Iterable[str], limit: int = 5) -> str:
    listed = list(ids)
    more = f" and {len(listed) - limit} more" if len(listed) > limit else ""
    return ", ".join(listed[:limit]) + more
