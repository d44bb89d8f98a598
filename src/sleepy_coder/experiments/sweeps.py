"""What each knob of Share is worth: k, p, φ, the number of initial adapters, training steps, examples a skill.

One knob is turned at a time from a night's defaults; every point learns the same skills in the same order and is asked
through an oracle, so that what differs is learning. Beside the points stand the base model and a LoRA for each skill:
of what these gain between them, each point keeps a part. `WAYS` of training few numbers have their rate chosen on
practice items of other skills, as the arms of the sequential experiment have. The result file is written after each
point, and a run that finds it there measures the points that are missing.
"""

import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.judge import judge
from sleepy_coder.experiments.sequence.answers import Asker
from sleepy_coder.experiments.sequence.arms import ARMS, by_oracle
from sleepy_coder.experiments.sequence.course import Course, Lesson, make_course
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.kept import Facts, Store, training_code
from sleepy_coder.experiments.sequence.learners.learner import Learner, School, Setting
from sleepy_coder.experiments.sequence.learners.lora import LoRAPerSkill
from sleepy_coder.experiments.sequence.learners.share import Ground, RandomBasis, Share, WeightsBasis
from sleepy_coder.experiments.sequence.result import check, conditions, read, write
from sleepy_coder.experiments.sequence.state import executor_for, folder_of, origin
from sleepy_coder.experiments.sequence.tuning import SEED, practised
from sleepy_coder.experiments.sequence.work import course_in, model_here, use_threads
from sleepy_coder.experiments.swept import BASE, LORA, Point, Rate, Swept, few_numbers, gain_kept, summed
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.verify import Verdict

SETTING = Setting(5e-3, 0)
FEW = 29
"""Columns a side: at the shipped model's width and p = 1 a skill then trains 68 times fewer numbers than a LoRA."""

FEW_WITH_CORE = 7
"""The same of full cores: 80 times fewer."""

SEEDS = 1
"""The first of the form's: intervals are over skills."""

KINDS: dict[str, type[Share]] = {"random_core_alone": RandomBasis, "weights_core_alone": WeightsBasis}
WAYS = ("few_at_p_1", "few_core_alone", "few_random_core_alone", "few_weights_core_alone")
OWN = WAYS[:2]
"""Those in the frozen basis that a night starts from; the others are for comparison: random columns, and the base
model's own directions."""

RATES, QUICK_RATES = (5e-3, 2e-2, 5e-2, 1e-1), (5e-2,)
"""As many as an arm's trials."""

VALUES: dict[str, tuple[float, ...]] = {
    "k": (8, 16, 32, 46),
    "p": (1, 2, 8),
    "k_at_p_1": (8, 16, FEW, 46),
    "rate_at_p_1": (1e-2, 2e-2, 5e-2),
    "core_alone": (FEW_WITH_CORE, 16, 46),
    "rate_of_core_alone": (1e-2,),
    "phi": (0, 4, 8),
    "steps": (0.25, 0.5, 1),
    "examples": (0.25, 1),
    "initial_adapters": (1, 4, 12),
}
"""`steps` and `examples` as parts of the form's. What is `at_p_1`, and a `core_alone` of so many columns a side, never
opens a column: a skill is what it trains in the frozen basis. Where the rate of these is turned, `FEW` columns are
there, or `FEW_WITH_CORE`; so they are in `WAYS`."""

QUICK_VALUES: dict[str, tuple[float, ...]] = {
    "k": (8,),
    "p": (1,),
    "k_at_p_1": (FEW,),
    "rate_at_p_1": (1e-2,),
    "core_alone": (FEW_WITH_CORE,),
    "rate_of_core_alone": (1e-2,),
    "phi": (0,),
    "initial_adapters": (4,),
    "steps": (2,),
    "examples": (0.5,),
}

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Point:
    folder: Path
    form: Form
    knob: str
    value: float
    seed: int
    threads: int | None


class _Learned(msgspec.Struct, frozen=True):
    facts: tuple[Facts, ...]
    answers: dict[str, Answer]


def run(
    compiler: Compiler,
    *,
    quick: bool,
    middle: bool = False,
    minutes: float | None = None,
    out: Path | None = None,
    tell: Tell = lambda words: None,
) -> dict[str, Any]:
    """All points as one JSON object, which `out` holds after each; none begins after so many `minutes`.

    Raises UsageError where `out` holds something else.
    """
    ends = math.inf if minutes is None else time.monotonic() + 60 * minutes
    whole = chosen(quick=quick, middle=middle)
    form = replace(whole, seeds=whole.seeds[:SEEDS])
    folder = folder_of("sequential", form, compiler)  # the same course, so that it is made once
    found = read(out, Swept)
    executor, threads = executor_for(form)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell)
        found = found or Swept(conditions(form, course, compiler), ())
        check(found.conditions, conditions(form, course, compiler))
        if not found.rates:
            tell("rates of few numbers")
            trials = [_Point(folder, form, way, rate, SEED, threads) for way in WAYS for rate in _rates(quick=quick)]
            found = msgspec.structs.replace(found, rates=tuple(executor.map(_practise, trials)))
            write(out, _record(found, course, form, compiler, whole=False))
        known = {(one.knob, one.value, one.seed) for one in found.points}
        chosen_rates = {way: found.best([way]).rate for way in WAYS}
        wanted = [_Point(folder, form, *what, threads) for what in _all(form, chosen_rates, quick=quick)]
        missing = [one for one in wanted if (one.knob, one.value, one.seed) not in known]
        begun = takewhile(lambda point: time.monotonic() < ends, missing)
        for point, learned in zip(missing, executor.map(_learn, begun), strict=False):
            tell(f"{point.knob} {point.value:g}, seed {point.seed}")
            more = _judged(point, learned, course, compiler, verdicts)
            found = msgspec.structs.replace(found, points=(*found.points, more))
            write(out, _record(found, course, form, compiler, whole=len(found.points) == len(wanted)))
    return _record(found, course, form, compiler, whole=len(found.points) == len(wanted))


def _rates(*, quick: bool) -> tuple[float, ...]:
    return QUICK_RATES if quick else RATES


def _all(form: Form, rates: Mapping[str, float], *, quick: bool) -> Iterator[tuple[str, float, int]]:
    """Seed after seed; the controls first, without which no point says anything."""
    for seed in form.seeds:
        yield from ((control, 0.0, seed) for control in (BASE, LORA))
        yield from ((way, rate, seed) for way, rate in rates.items())
        for knob, values in (QUICK_VALUES if quick else VALUES).items():
            yield from ((knob, value, seed) for value in values)


def _learn(point: _Point) -> _Learned:
    """One point's stream and its answers; needs no compiler."""
    use_threads(point.threads)
    course, model = course_in(point.folder), model_here()
    learner = _learner(point, School(model, _form(point), Store(point.folder / "trained")))
    part = point.value if point.knob == "examples" else 1.0
    nights = () if point.knob == BASE else course.order(point.seed)
    facts = tuple(learner.night(_shortened(lesson, part)) for lesson in nights)
    asked = [question for question in course.questions if question.task.id in course.novel]
    with Cache(point.folder / "answers.db") as known:
        answers = Asker(model, known).ask(by_oracle(learner, learner.setting), asked, course.novel)
    return _Learned(facts, answers)


def _practise(point: _Point) -> Rate:
    """One rate of one of `WAYS` on the tuning skills."""
    use_threads(point.threads)
    course = course_in(point.folder)
    school = School(model_here(), point.form, Store(point.folder / "trained"))
    learner = _learner(point, school)
    for lesson in course.tuning:
        learner.night(lesson)
    known = practised(by_oracle(learner, learner.setting), course.tuning, school)
    return Rate(point.knob, point.value, known.exact_fraction, known.loss)


def _learner(point: _Point, school: School) -> Learner:
    """The defaults with one knob turned, or a control."""
    ground, setting, whole = Ground(), SETTING, int(point.value)
    if point.knob.endswith("_at_p_1"):
        ground, setting = replace(ground, k=FEW, phi=0), replace(setting, rank=1)
    if point.knob.endswith("core_alone"):
        ground = replace(ground, k=FEW_WITH_CORE, phi=0)
    match point.knob:
        case "base" | "lora":
            return LoRAPerSkill(school, ARMS["lora_per_skill_oracle"].grid[0], point.seed)
        case "k" | "k_at_p_1" | "core_alone":
            ground = replace(ground, k=whole)
        case "p":
            setting = replace(setting, rank=whole)
        case "rate_at_p_1" | "rate_of_core_alone":
            setting = replace(setting, rate=point.value)
        case _ if point.knob in WAYS:
            setting = replace(setting, rate=point.value)
        case "phi":
            ground = replace(ground, phi=whole)
        case "initial_adapters":
            ground = replace(ground, initial=whole)
    kind = KINDS.get(point.knob.removeprefix("few_"), Share)
    return kind(school, setting, point.seed, ground)


def _form(point: _Point) -> Form:
    if point.knob == "steps":
        return replace(point.form, steps=max(1, round(point.form.steps * point.value)))
    return point.form


def _shortened(lesson: Lesson, part: float) -> Lesson:
    """The same held-out examples, and some of the others."""
    kept = lesson.held_out + max(1, round(part * (len(lesson.pairs) - lesson.held_out)))
    return msgspec.structs.replace(lesson, pairs=lesson.pairs[:kept])


def _judged(point: _Point, learned: _Learned, course: Course, compiler: Compiler, verdicts: Cache) -> Point:
    judged = judge(course.questions, list(learned.answers.values()), compiler, verdicts)
    by_skill: dict[str, list[bool]] = {}
    for item, one in zip(learned.answers, judged, strict=True):
        by_skill.setdefault(course.novel[item], []).append(one.verdict == Verdict.FIXED)
    trained = sum(fact.trained_numbers for fact in learned.facts) / max(len(learned.facts), 1)
    passed = {skill: sum(found) / len(found) for skill, found in sorted(by_skill.items())}
    expanded = sum(fact.expanded for fact in learned.facts)
    return Point(point.knob, point.value, point.seed, passed, trained, expanded, training_code())


def _record(swept: Swept, course: Course, form: Form, compiler: Compiler, *, whole: bool) -> dict[str, Any]:
    together: dict[str, dict[float, list[Point]]] = {}
    for point in swept.points:
        together.setdefault(point.knob, {}).setdefault(point.value, []).append(point)
    seeds = sorted({point.seed for point in swept.points})
    return {
        "schema": "sleepy-coder/sweeps/3",
        "form": form.name,
        "skills": len(course.lessons),
        "seeds": len(seeds),
        "defaults": str(Ground()),
        "controls": {name: summed(found[0.0]) for name, found in together.items() if name in (BASE, LORA)},
        "knobs": {
            knob: [
                {"value": value, **summed(found), "gain_kept_of_lora": gain_kept(found, swept.points)}
                for value, found in sorted(points_of.items())
            ]
            for knob, points_of in together.items()
            if knob not in (BASE, LORA)
        },
        "few": few_numbers(swept, OWN),
        **msgspec.to_builtins(swept),
        "provenance": origin(form, seeds, compiler, whole=whole),
    }
