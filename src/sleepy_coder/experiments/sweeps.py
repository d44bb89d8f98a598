"""What each knob of Share is worth: k, p, φ, the number of initial adapters, training steps, examples a skill.

One knob is turned at a time from a night's defaults; every point learns the same skills in the same order and is asked
through an oracle, so that what differs is learning.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.judge import judge
from sleepy_coder.evaluation.statistics import bootstrap
from sleepy_coder.experiments.sequence.answers import Asker
from sleepy_coder.experiments.sequence.arms import by_oracle
from sleepy_coder.experiments.sequence.course import Course, Lesson, make_course
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.kept import Facts, Store
from sleepy_coder.experiments.sequence.learner import School, Setting
from sleepy_coder.experiments.sequence.share import Ground, Share
from sleepy_coder.experiments.sequence.state import executor_for, folder_of, origin
from sleepy_coder.experiments.sequence.work import course_in, model_here, use_threads
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import find_paths
from sleepy_coder.tasks.verify import Verdict

SETTING = Setting(5e-3, 0)
SEED = 1
VALUES: dict[str, tuple[float, ...]] = {
    "k": (8, 16, 32, 46, 64),
    "p": (1, 2, 4, 8, 16),
    "k_at_p_1": (8, 16, 29, 46),
    "phi": (0, 2, 4, 8),
    "initial_adapters": (1, 4, 8, 13),
    "steps": (0.25, 0.5, 1, 2),
    "examples": (0.25, 0.5, 1),
}
"""`steps` and `examples` as parts of the form's. `k_at_p_1` never opens a column: at the shipped model's width a skill
then trains 67 times fewer numbers than a LoRA up to k = 29."""

QUICK_VALUES: dict[str, tuple[float, ...]] = {
    "k": (8,),
    "p": (1,),
    "phi": (0,),
    "initial_adapters": (4,),
    "steps": (2,),
}
QUICK_VALUES |= {"examples": (0.5,), "k_at_p_1": (29,)}

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


def run(compiler: Compiler, *, quick: bool, middle: bool = False, tell: Tell = lambda words: None) -> dict[str, Any]:
    """All points as one JSON object."""
    form = chosen(quick=quick, middle=middle)
    folder = folder_of("sequential", form, compiler)  # the same course, so that it is made once
    values = QUICK_VALUES if quick else VALUES
    executor, threads = executor_for(form)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell)
        seeds = form.seeds if form.full else form.seeds[:1]
        points = [
            _Point(folder, form, knob, value, seed, threads)
            for knob, chosen_values in values.items()
            for value in chosen_values
            for seed in seeds
        ]
        rows: dict[str, dict[float, list[dict[str, Any]]]] = {knob: {} for knob in values}
        for point, learned in zip(points, executor.map(_learn, points), strict=True):
            tell(f"{point.knob} {point.value:g}, seed {point.seed}")
            rows[point.knob].setdefault(point.value, []).append(_row(learned, course, compiler, verdicts))
    return {
        "schema": "sleepy-coder/sweeps/1",
        "form": form.name,
        "skills": len(course.lessons),
        "seeds": len(seeds),
        "defaults": str(Ground()),
        "knobs": {
            knob: [{"value": value, **_summed(found)} for value, found in points_of.items()]
            for knob, points_of in rows.items()
        },
        "provenance": origin(form, seeds, compiler),
    }


def _learn(point: _Point) -> _Learned:
    """One point's stream and its answers; needs no compiler."""
    use_threads(point.threads)
    course, model = course_in(point.folder), model_here()
    form, ground, setting = _turned(point)
    learner = Share(School(model, form, Store(point.folder / "trained")), setting, point.seed, ground)
    facts = []
    for lesson in course.order(point.seed):
        part = point.value if point.knob == "examples" else 1.0
        facts.append(learner.night(_shortened(lesson, part)))
    asked = [question for question in course.questions if question.task.id in course.novel]
    with Cache(point.folder / "answers.db") as known:
        answers = Asker(model, known).ask(by_oracle(learner, setting), asked, course.novel)
    return _Learned(tuple(facts), answers)


def _turned(point: _Point) -> tuple[Form, Ground, Setting]:
    """The defaults with one knob turned."""
    form, ground, setting, whole = point.form, Ground(), SETTING, int(point.value)
    match point.knob:
        case "k":
            ground = replace(ground, k=whole)
        case "p":
            setting = replace(setting, rank=whole)
        case "k_at_p_1":
            ground, setting = replace(ground, k=whole, phi=0), replace(setting, rank=1)
        case "phi":
            ground = replace(ground, phi=whole)
        case "initial_adapters":
            ground = replace(ground, initial=whole)
        case "steps":
            form = replace(form, steps=max(1, round(form.steps * point.value)))
    return form, ground, setting


def _shortened(lesson: Lesson, part: float) -> Lesson:
    """The same held-out examples, and some of the others."""
    kept = lesson.held_out + max(1, round(part * (len(lesson.pairs) - lesson.held_out)))
    return msgspec.structs.replace(lesson, pairs=lesson.pairs[:kept])


def _row(learned: _Learned, course: Course, compiler: Compiler, verdicts: Cache) -> dict[str, Any]:
    judged = judge(course.questions, list(learned.answers.values()), compiler, verdicts)
    by_skill: dict[str, list[bool]] = {}
    for item, one in zip(learned.answers, judged, strict=True):
        by_skill.setdefault(course.novel[item], []).append(one.verdict == Verdict.FIXED)
    return {
        "passed": {skill: sum(found) / len(found) for skill, found in sorted(by_skill.items())},
        "trained": [fact.trained_numbers for fact in learned.facts],
        "expanded": [fact.expanded for fact in learned.facts],
    }


def _summed(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Seeds and skills of one point together."""
    table = [list(row["passed"].values()) for row in found]
    interval = bootstrap(table)
    cells = [cell for row in table for cell in row]
    trained = [number for row in found for number in row["trained"]]
    expanded = [flag for row in found for flag in row["expanded"]]
    return {
        "acc": {"mean": sum(cells) / len(cells), "low": interval.low, "high": interval.high},
        "trained_per_skill": sum(trained) / len(trained),
        "skills_without_expansion": 1 - sum(expanded) / len(expanded),
    }
