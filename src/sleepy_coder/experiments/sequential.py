"""Does it learn, does it forget, does routing beat averaging? Novel skills arrive one night at a time.

    course (rustc) → tuning → streams, a work item for each learner and seed (model) → verdicts (rustc) → measures

Everything that was made is kept below the cache folder, so a run that was killed goes on, and a full run can be done in
slices. `python -m sleepy_coder.experiments.sequence.away FOLDER` does tuning and streams on a machine without rustc.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.clock import core_seconds
from sleepy_coder.experiments.sequence.cost import cost
from sleepy_coder.experiments.sequence.course import Course, make_course
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.judged import Judged, judge_streams, suggested
from sleepy_coder.experiments.sequence.record import arm_row, by_arm, claims
from sleepy_coder.experiments.sequence.state import executor_for, folder_of, origin
from sleepy_coder.experiments.sequence.tuning import Tuned, learner_setting, tune
from sleepy_coder.experiments.sequence.work import NOTEBOOK, UNLEARNED, Stream, Work, do
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import find_paths

Tell = Callable[[str], None]


def run(
    compiler: Compiler, *, quick: bool, middle: bool = False, half: bool = False, tell: Tell = lambda words: None
) -> dict[str, Any]:
    """The experiment as one JSON object. Raises ModelBroken where the weights are missing."""
    form = chosen(quick=quick, middle=middle, half=half)
    folder = folder_of("sequential", form, compiler)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell)
        streams, tuned = streamed(form, folder, course, tell)
        began = core_seconds()
        distinct = {key for stream in streams for key in stream.answers}
        tell(f"judging {len(distinct)} answers")
        judged = judge_streams(streams, course, compiler, verdicts)
        judged += suggested(course, form.seeds, compiler, verdicts)
        judging = core_seconds() - began
    pairs = sum(len(one.pairs) + len(one.practice) for one in (*course.lessons, *course.tuning))
    spent = cost(streams, len(distinct), pairs, form, course.seconds, judging)
    tell(f"the full run will take about {spent['full_run']['total']:.1f} hours on two cores")
    return record(judged, course, tuned, form, spent, compiler)


def streamed(form: Form, folder: Path, course: Course, tell: Tell) -> tuple[list[Stream], Tuned]:
    """All arms through all streams, each with its best setting. No compiler is needed."""
    executor, threads = executor_for(form)
    tell(f"tuning: {form.trials} trials of each arm")
    tuned = tune(form, folder, executor, threads)
    items = work_items(form, folder, tuned, threads)
    streams: list[Stream] = []
    for number, found in enumerate(executor.map(do, items), start=1):
        streams += found
        tell(f"{number} of {len(items)} streams: {', '.join(one.arm for one in found)}, seed {found[0].seed}")
    return streams, tuned


def work_items(form: Form, folder: Path, tuned: Tuned, threads: int | None) -> list[Work]:
    """One for each seed, learner and setting; arms that stand on the same share it."""
    items = []
    for seed in form.seeds:
        groups: dict[str, dict[str, Any]] = {}
        for arm in ARMS.values():
            groups.setdefault(arm.learner, {})[arm.name] = tuned.best(arm.name) if arm.combines else None
        for learner, arms in groups.items():
            setting = learner_setting(learner, tuned)
            own = {name: best or setting for name, best in arms.items()}
            items.append(Work(folder, form, learner, setting, seed, own, threads))
        nothing = next(iter(items)).setting
        items.append(Work(folder, form, NOTEBOOK, nothing, seed, dict.fromkeys(UNLEARNED, nothing), threads))
    return items


def record(
    judged: Sequence[Judged],
    course: Course,
    tuned: Tuned,
    form: Form,
    spent: Mapping[str, Any],
    compiler: Compiler,
) -> dict[str, Any]:
    """What `results/sequential.json` holds."""
    arms = by_arm(judged)
    return {
        "schema": "sleepy-coder/sequential/1",
        "form": form.name,
        "skills": len(course.lessons),
        "seeds": len(form.seeds),
        "merges": len(course.lessons),
        "skill_names": [one.skill for one in course.lessons],
        "items": {"novel": len(course.novel), "known": len(course.known), "canaries": len(course.canaries)},
        **claims(arms, course),
        "arms": {name: arm_row(name, arms, course) for name in arms},
        "tuning": {
            "skills": [one.skill for one in course.tuning],
            "trials_per_arm": form.trials,
            "trials": [
                {"arm": one.arm, "setting": str(one.setting), "exact": one.exact, "loss": one.loss}
                for one in tuned.trials
            ],
        },
        "cost": dict(spent),
        "provenance": origin(form, form.seeds, compiler),
    }
