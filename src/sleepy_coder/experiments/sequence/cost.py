"""What a seed cost by its units, in seconds of a core, and what the full form will cost on two cores by the same units.

Training is as long as it was when it was done, and answers as long as they took when they were given, also where both
were found below the cache. A form of few steps tells more by far than it should: what is done once a night counts as if
it were done once a step.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.form import FULL, Form
from sleepy_coder.experiments.sequence.learners.share import AlmostStrict, Share
from sleepy_coder.experiments.sequence.work import Stream
from sleepy_coder.training.strategy import ALMOST_STRICT

CORES = 2


class Nights(msgspec.Struct, frozen=True):
    """Training of one learner in one stream. `tokens` are those of the new skills: what refining old ones reads is not
    among them."""

    nights: int
    seconds: float
    tokens: int


class Spent(msgspec.Struct, frozen=True, kw_only=True):
    """One seed. `answers` are different questions to different libraries."""

    learners: Mapping[str, Nights]
    answers: int
    answering_seconds: float
    judged: int
    judging_seconds: float


def spent(streams: Sequence[Stream], judged: int, judging_seconds: float) -> Spent:
    """What the streams of one seed took."""
    learners = {}
    for stream in streams:
        if stream.arm in ARMS:
            seconds, tokens = sum(fact.seconds for fact in stream.facts), sum(fact.tokens for fact in stream.facts)
            learners[ARMS[stream.arm].learner] = Nights(len(stream.facts), round(seconds, 2), tokens)
    asked: dict[str, float] = {}
    for stream in streams:
        asked |= stream.asked
    return Spent(
        learners=learners,
        answers=len(asked),
        answering_seconds=round(sum(asked.values()), 2),
        judged=judged,
        judging_seconds=round(judging_seconds, 2),
    )


def cost(seeds: Sequence[Spent], making: float, pairs: int, form: Form) -> dict[str, Any]:
    """Measured per night and learner, per answer and per judged answer, and the estimate for the full form."""
    nights = {}
    for learner in seeds[0].learners:
        found = [one.learners[learner] for one in seeds]
        count, seconds, tokens = (sum(getattr(one, what) for one in found) for what in Nights.__struct_fields__)
        nights[learner] = {
            "seconds_per_night": seconds / count,
            "tokens_per_night": tokens / count,
            "tokens_per_second": tokens / seconds if seconds else None,
        }
    answers, judged = sum(one.answers for one in seeds), sum(one.judged for one in seeds)
    units = {
        "answer": sum(one.answering_seconds for one in seeds) / max(answers, 1),
        "judged_answer": sum(one.judging_seconds for one in seeds) / max(judged, 1),
        "pair": making / max(pairs, 1),
    }
    asked = answers / len(seeds) / _most_answers(form)
    return {
        "learners": nights,
        **{f"seconds_per_{name}": seconds for name, seconds in units.items()},
        "answers_per_seed": answers / len(seeds),
        "seconds_of_making_the_course": making,
        "full_run": estimate(nights, units, asked, form),
    }


def estimate(
    nights: Mapping[str, Mapping[str, Any]], units: Mapping[str, float], asked: float, form: Form
) -> dict[str, float]:
    """Hours of the full form on `CORES` cores, by parts; `one_seed` is what each of its seeds takes. Training scales
    with tokens. `asked` is the part of all answers that may be asked for which was, the others being known."""
    scale = FULL.steps * FULL.tokens_per_batch / (form.steps * form.tokens_per_batch)
    night: dict[str, float] = {name: row["seconds_per_night"] * scale for name, row in nights.items()}
    # what refining adds grows with the number of old skills, and not with the steps of a new one
    strict, almost = (float(nights[kind]["seconds_per_night"]) for kind in (Share.kind, AlmostStrict.kind))
    refining = max(0.0, almost - strict)
    more_steps = ALMOST_STRICT.old_steps / min(ALMOST_STRICT.old_steps, form.steps)
    per_old_skill = refining * more_steps * 2 / max(form.skills - 1, 1)

    def training(skills: int) -> float:
        refined = night[Share.kind] + per_old_skill * (skills - 1) / 2
        return skills * (sum(night.values()) - night[AlmostStrict.kind] + refined)

    answers = asked * _most_answers(FULL)
    pairs = (FULL.examples + FULL.practice) * (FULL.skills + FULL.tuning_skills)
    seeds = len(FULL.seeds)
    seconds = {
        "course": units["pair"] * pairs,
        "tuning": FULL.trials * training(FULL.tuning_skills),
        "training": seeds * training(FULL.skills),
        "answering": seeds * answers * units["answer"],
        "judging": seeds * answers * units["judged_answer"],
    }
    hours = {name: found / CORES / 3600 for name, found in seconds.items()}
    one_seed = sum(hours[name] for name in ("training", "answering", "judging")) / seeds
    return hours | {"total": sum(hours.values()), "one_seed": one_seed}


def _most_answers(form: Form) -> int:
    """Of a seed, if all that is not known for certain to be an old answer were a new one: of an arm whose skills stay
    as they were learned each item is asked twice, of others on every night that asks for it."""
    items = form.skills * form.items + form.known + form.canaries
    some = 2 * form.items * form.skills + 2 * items
    asked = {name: items * (form.skills + 1) if arm.every_night else some for name, arm in ARMS.items()}
    asked |= {name: 2 * items for name, arm in ARMS.items() if arm.stays}
    reminded = items * (form.skills + 1)
    return sum(asked.values()) + reminded
