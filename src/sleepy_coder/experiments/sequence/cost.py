"""What a run cost by its units, and what the full form will cost on two cores by the same units."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sleepy_coder.experiments.sequence.arms import ARMS, LEARNERS
from sleepy_coder.experiments.sequence.form import FULL, Form
from sleepy_coder.experiments.sequence.work import Stream

CORES = 2


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds of the run's parts, as the clock on the wall shows them."""

    course: float
    tuning: float
    streams: float
    judging: float


def cost(streams: Sequence[Stream], judged_answers: int, pairs: int, form: Form, clock: Clock) -> dict[str, Any]:
    """Measured per night and arm, per answer and per judged answer, and the estimate for the full form."""
    by_learner: dict[str, list[Stream]] = {}
    for stream in streams:
        if stream.arm in ARMS:
            by_learner.setdefault(ARMS[stream.arm].learner, []).append(stream)
    nights = {}
    for learner, found in by_learner.items():
        facts = [fact for stream in found[:1] for fact in stream.facts]
        tokens = sum(fact.tokens for fact in facts)
        seconds = sum(fact.seconds for fact in facts)
        nights[learner] = {
            "seconds_per_night": seconds / max(len(facts), 1),
            "tokens_per_night": tokens / max(len(facts), 1),
            "tokens_per_second": tokens / seconds if seconds else None,
        }
    whole = {(ARMS[s.arm].learner if s.arm in ARMS else s.arm, s.setting, s.seed): s for s in streams}
    generated = sum(stream.generated for stream in whole.values())
    answer_seconds = sum(stream.seconds_answering for stream in whole.values()) / max(generated, 1)
    judge_seconds = clock.judging / max(judged_answers, 1)
    return {
        "learners": nights,
        "seconds_per_answer": answer_seconds,
        "seconds_per_judged_answer": judge_seconds,
        "seconds_per_pair": clock.course / max(pairs, 1),
        "wall_seconds": {
            "course": clock.course,
            "tuning": clock.tuning,
            "streams": clock.streams,
            "judging": clock.judging,
        },
        "full_run": estimate(nights, answer_seconds, judge_seconds, clock.course / max(pairs, 1), form),
    }


def estimate(
    nights: dict[str, dict[str, Any]], answer_seconds: float, judge_seconds: float, pair_seconds: float, form: Form
) -> dict[str, float]:
    """Hours of the full form on `CORES` cores. Training scales with tokens. Of an arm whose skills stay as they were
    learned each answer is new once; all others count as new on every night that asks for them."""
    scale = FULL.steps * FULL.tokens_per_batch / (form.steps * form.tokens_per_batch)
    streams, trials = len(FULL.seeds), FULL.trials
    training = sum(
        row["seconds_per_night"] * scale * (streams * FULL.skills + trials * FULL.tuning_skills)
        for name, row in nights.items()
        if name in LEARNERS
    )
    items = FULL.skills * FULL.items + FULL.known + FULL.canaries
    some = 2 * FULL.items * FULL.skills + 2 * items
    asked = {name: items * (FULL.skills + 1) if arm.every_night else some for name, arm in ARMS.items()}
    asked |= {name: 2 * items for name, arm in ARMS.items() if arm.stays}
    answers = sum(asked.values()) * streams
    hours = {
        "course": pair_seconds * (FULL.examples + FULL.practice) * (FULL.skills + FULL.tuning_skills),
        "training": training / CORES,
        "answering": answers * answer_seconds / CORES,
        "judging": answers * judge_seconds,
    }
    return {name: seconds / 3600 for name, seconds in hours.items()} | {"total": sum(hours.values()) / 3600}
