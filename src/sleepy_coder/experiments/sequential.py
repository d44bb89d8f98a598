"""Does it learn, does it forget, does routing beat averaging? Novel skills arrive one night at a time.

    course (rustc) → tuning → for each seed: streams, a work item for each learner (model) → verdicts (rustc) → the file

The result file is written after each seed and holds what its summary is made from: a run that finds it there measures
the seeds that are missing. Within a seed everything that was made is kept below the cache folder, so a run that was
killed goes on. `python -m sleepy_coder.experiments.sequence.away FOLDER FORM` does tuning and streams on a machine
without rustc.
"""

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.experiments.sequence.arms import SUGGESTIONS, UNLEARNED, WHOLE, Scope
from sleepy_coder.experiments.sequence.clock import core_seconds
from sleepy_coder.experiments.sequence.cost import spent
from sleepy_coder.experiments.sequence.course import Course, make_course
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.judged import judge_streams, suggested
from sleepy_coder.experiments.sequence.kept import training_code
from sleepy_coder.experiments.sequence.learners.share import AlmostStrict
from sleepy_coder.experiments.sequence.result import (
    Measured,
    Seed,
    Tuning,
    check,
    conditions,
    read,
    record,
    seed_of,
    write,
)
from sleepy_coder.experiments.sequence.state import executor_for, folder_of, origin
from sleepy_coder.experiments.sequence.tuning import Tuned, keep, learner_setting, tune
from sleepy_coder.experiments.sequence.work import NOTEBOOK, Stream, Work, do
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler

Tell = Callable[[str], None]


def run(
    compiler: Compiler,
    *,
    quick: bool,
    middle: bool = False,
    minutes: float | None = None,
    out: Path | None = None,
    tell: Tell = lambda words: None,
) -> dict[str, Any]:
    """The experiment as one JSON object, by `measure`."""
    result = measure(chosen(quick=quick, middle=middle), compiler, minutes=minutes, out=out, tell=tell)
    if "cost" in result:
        hours = result["cost"]["full_run"]
        tell(f"the full run takes about {hours['total']:.1f} hours on two cores, {hours['one_seed']:.1f} for each seed")
    return result


def measure(
    form: Form,
    compiler: Compiler,
    *,
    scope: Scope = WHOLE,
    minutes: float | None = None,
    out: Path | None = None,
    tell: Tell = lambda words: None,
) -> dict[str, Any]:
    """One form, which `out` holds after each seed; none that is in it is measured again, and none begins after so many
    `minutes`.

    Raises ModelBroken where the weights are missing, UsageError where `out` holds something else.
    """
    ends = math.inf if minutes is None else time.monotonic() + 60 * minutes
    folder = folder_of("sequential", form, compiler)
    found = read(out, Measured)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell)
        wanted = conditions(form, course, compiler)
        if found is None:
            practice = tuple(one.skill for one in course.tuning)
            found = Measured(wanted, Tuning(practice, form.trials, tuned(form, folder, tell, scope).trials), {})
            write(out, record(found, course, form, compiler))
        check(found.conditions, wanted)
        if scope == WHOLE:
            keep(found.tuned, folder)
        if other := [n for n, one in found.streams.items() if one.provenance["digests"]["code"] != training_code()]:
            tell(f"seeds measured by other code than this: {', '.join(map(str, other))}")
        for seed in form.seeds:
            if seed not in found.streams and time.monotonic() < ends:
                one = measured(seed, form, folder, course, found.tuned, compiler, verdicts, tell, scope)
                found = replace(found, streams={**found.streams, seed: one})
                write(out, record(found, course, form, compiler))
    return record(found, course, form, compiler)


def measured(
    seed: int,
    form: Form,
    folder: Path,
    course: Course,
    best: Tuned,
    compiler: Compiler,
    verdicts: Cache,
    tell: Tell,
    scope: Scope = WHOLE,
) -> Seed:
    """One seed: all arms through its stream, and their verdicts."""
    streams = streamed(seed, form, folder, best, tell, scope)
    began = core_seconds()
    distinct = {key for stream in streams for key in stream.answers}
    tell(f"judging {len(distinct)} answers")
    judged = judge_streams(streams, course, compiler, verdicts)
    if SUGGESTIONS in scope.names:
        judged.append(suggested(course, seed, compiler, verdicts))
    return seed_of(
        judged, spent(streams, len(distinct), core_seconds() - began), origin(form, [seed], compiler, whole=False)
    )


def tuned(form: Form, folder: Path, tell: Tell, scope: Scope = WHOLE) -> Tuned:
    """The best setting of each arm. No compiler is needed."""
    executor, threads = executor_for(form)
    tell(f"tuning: {form.trials} trials of each arm")
    return tune(form, folder, executor, threads, scope)


def streamed(seed: int, form: Form, folder: Path, best: Tuned, tell: Tell, scope: Scope = WHOLE) -> list[Stream]:
    """All arms through one stream, each with its best setting. No compiler is needed."""
    executor, threads = executor_for(form)
    items = work_items(seed, form, folder, best, threads, scope)
    streams: list[Stream] = []
    for number, found in enumerate(executor.map(do, items), start=1):
        streams += found
        tell(f"seed {seed}, {number} of {len(items)} streams: {', '.join(one.arm for one in found)}")
    return streams


def work_items(
    seed: int, form: Form, folder: Path, best: Tuned, threads: int | None, scope: Scope = WHOLE
) -> list[Work]:
    """One for each learner; arms that stand on the same share it."""
    groups: dict[str, dict[str, Any]] = {AlmostStrict.kind: {}}  # by far the longest: no core shall wait for it
    for arm in scope.learned.values():
        groups.setdefault(arm.learner, {})[arm.name] = best.best(arm.name) if arm.combines else None
    items = []
    for learner, arms in filter(lambda group: group[1], groups.items()):
        setting = learner_setting(learner, best)
        own = {name: combining or setting for name, combining in arms.items()}
        items.append(Work(folder, form, learner, setting, seed, own, threads, scope.every_night))
    nothing = items[0].setting
    unlearned = dict.fromkeys((name for name in UNLEARNED if name in scope.names), nothing)
    items.append(Work(folder, form, NOTEBOOK, nothing, seed, unlearned, threads))
    return items
