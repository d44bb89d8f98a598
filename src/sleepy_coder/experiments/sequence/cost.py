"""What a run cost by its units, in seconds of a core, and what the full form will cost on two cores by the same units.

A form of few steps tells more by far than it should: what is done once a night counts as if it were done once a step.
"""

from collections.abc import Sequence
from typing import Any

from sleepy_coder.experiments.sequence.arms import ARMS, LEARNERS
from sleepy_coder.experiments.sequence.form import FULL, Form
from sleepy_coder.experiments.sequence.share import AlmostStrict, Share
from sleepy_coder.experiments.sequence.work import Stream
from sleepy_coder.training.strategy import ALMOST_STRICT

CORES = 2


def cost(
    streams: Sequence[Stream], judged_answers: int, pairs: int, form: Form, making: float, judging: float
) -> dict[str, Any]:
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
    judge_seconds = judging / max(judged_answers, 1)
    return {
        "learners": nights,
        "seconds_per_answer": answer_seconds,
        "seconds_per_judged_answer": judge_seconds,
        "seconds_per_pair": making / max(pairs, 1),
        "seconds_of_making_the_course": making,
        "seconds_of_judging": judging,
        "full_run": estimate(nights, answer_seconds, judge_seconds, making / max(pairs, 1), form),
    }


def estimate(
    nights: dict[str, dict[str, Any]], answer_seconds: float, judge_seconds: float, pair_seconds: float, form: Form
) -> dict[str, float]:
    """Hours of the full form on `CORES` cores. Training scales with tokens. Of an arm whose skills stay as they were
    learned each answer is new once; all others count as new on every night that asks for them."""
    scale = FULL.steps * FULL.tokens_per_batch / (form.steps * form.tokens_per_batch)
    streams, trials = len(FULL.seeds), FULL.trials
    night = {name: row["seconds_per_night"] * scale for name, row in nights.items() if name in LEARNERS}
    # what refining adds grows with the number of old skills, and not with the steps of a new one
    refining = max(0.0, nights[AlmostStrict.kind]["seconds_per_night"] - nights[Share.kind]["seconds_per_night"])
    more_skills = (FULL.skills - 1) / max(form.skills - 1, 1)
    more_steps = ALMOST_STRICT.old_steps / min(ALMOST_STRICT.old_steps, form.steps)
    night[AlmostStrict.kind] = night[Share.kind] + refining * more_skills * more_steps
    training = sum(night.values()) * (streams * FULL.skills + trials * FULL.tuning_skills)
    items = FULL.skills * FULL.items + FULL.known + FULL.canaries
    some = 2 * FULL.items * FULL.skills + 2 * items
    asked = {name: items * (FULL.skills + 1) if arm.every_night else some for name, arm in ARMS.items()}
    asked |= {name: 2 * items for name, arm in ARMS.items() if arm.stays}
    answers = sum(asked.values()) * streams
    hours = {
        "course": pair_seconds * (FULL.examples + FULL.practice) * (FULL.skills + FULL.tuning_skills) / CORES,
        "training": training / CORES,
        "answering": answers * answer_seconds / CORES,
        "judging": answers * judge_seconds / CORES,
    }
    return {name: seconds / 3600 for name, seconds in hours.items()} | {"total": sum(hours.values()) / 3600}
