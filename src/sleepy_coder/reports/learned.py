"""What a night learned of one skill, from what, and why it went about it so, in sentences."""

from collections.abc import Iterator

from sleepy_coder.registry.night_record import NOT_MERGED, DataCard, NightRecord, SkillRecord
from sleepy_coder.reports.words import many, several, size
from sleepy_coder.reports.yesterday import Yesterday


def learned(skill: SkillRecord) -> tuple[str, ...]:
    """Examples and where they came from, what was left out, the holdout, and every choice with its reason."""
    return (*_examples(skill), *skill.choices)


def _examples(skill: SkillRecord) -> Iterator[str]:
    origins = several([f"{count} by {name}" for name, count in skill.origins.items()] or ["none"])
    yield f"{many(skill.examples, 'example')}: {origins}"
    card = skill.card
    if card is None:
        return
    if card.cut:
        yield "the clock ended the search for more"
    if card.left_out:
        yield f"left out: {'; '.join(_left_out(card))}"
    if card.holdout:
        answered = f"of {many(card.holdout, 'newest repair')}, never trained on, {skill.holdout_before} were answered"
        yield f"{answered} exactly before, {skill.holdout_after} after"


def _left_out(card: DataCard) -> Iterator[str]:
    for reason, origins in card.left_out.items():
        yield f"{sum(origins.values())} {reason} ({', '.join(f'{name} {count}' for name, count in origins.items())})"


def cost(night: NightRecord) -> tuple[str, ...]:
    """Bytes and energy, as far as they are known."""
    stored = () if night.stored_bytes is None else (f"{size(night.stored_bytes)} stored",)
    energy = () if night.joules is None else (f"{night.joules / 3600:.1f} Wh by the processor",)
    return (*stored, *energy)


def next_step(night: NightRecord, day: Yesterday | None) -> str:
    """What would help most next: with the gate's doubt, else with the error that failed most and was not taught, else
    with a skill that did not take. '' where nothing is open."""
    if night.outcome == "undecided":
        return (
            "The gate could not tell yet. The next night judges the same candidate on fresh items; a longer budget "
            "(`night --budget`) tells sooner."
        )
    counts = {} if day is None else {failure.signature: failure.count for failure in day.failures}
    waiting = sorted(night.not_due.items(), key=lambda one: (-counts.get(one[0], 0), one[0]))
    if waiting:
        key, reason = waiting[0]
        times = f", {many(counts[key], 'failure')} by day" if counts.get(key) else ""
        return f"{key.replace('|', ' ', 1)}{times}: {reason}."
    stubborn = [skill for skill in night.skills if skill.fate == NOT_MERGED]
    if stubborn:
        one = max(stubborn, key=lambda skill: skill.failures)
        if one.steps < one.planned_steps:
            return (
                f"{one.skill} had {one.steps} of {one.planned_steps} steps: give nights more time (`night --budget`)."
            )
        return (
            f"{one.skill} did not take. Repairs of your own help most: mend such an error while `watch` looks, or let "
            "`learn-from-git` find some."
        )
    return ""
