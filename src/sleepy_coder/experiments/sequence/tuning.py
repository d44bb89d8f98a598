"""Which setting each learned arm gets: the same number of trials, on practice items of skills that are in no stream.

A trial learns the tuning skills one after another; its score is the share of practice answers, over all of these skills
at the end, that the arm as it serves would give exactly (teacher-forced, so that it takes no decoding and no compiler).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sleepy_coder.durable import write_atomically
from sleepy_coder.execution import Executor
from sleepy_coder.experiments.sequence.arms import ARMS, WHOLE, Arm, Scope
from sleepy_coder.experiments.sequence.course import Lesson
from sleepy_coder.experiments.sequence.form import Form
from sleepy_coder.experiments.sequence.kept import Store, key_of, training_code
from sleepy_coder.experiments.sequence.learners.learner import School, Serving, Setting
from sleepy_coder.experiments.sequence.learners.share import library_zero_digest
from sleepy_coder.experiments.sequence.work import course_in, model_here, new_learner, use_threads
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.example import Origin, make_example
from sleepy_coder.training.measure import Fit, fit
from sleepy_coder.training.token_rows import tokenize

SEED = 77
_FILE = "tuning.json"


class Trial(msgspec.Struct, frozen=True):
    """One setting of one arm: the share of practice answers given exactly, and their mean loss, which breaks ties."""

    arm: str
    setting: Setting
    exact: float
    loss: float


@dataclass(frozen=True, slots=True)
class Tuned:
    """The best trial of each arm, and all of them."""

    trials: tuple[Trial, ...]

    def best(self, arm: str) -> Setting:
        """Ties go to the lower loss, then to the setting that was tried first."""
        mine = [trial for trial in self.trials if trial.arm == arm]
        return max(mine, key=lambda trial: (trial.exact, -trial.loss)).setting


@dataclass(frozen=True, slots=True)
class _Task:
    folder: Path
    form: Form
    learner: str
    setting: Setting
    arms: tuple[tuple[str, Setting], ...]
    threads: int | None


def tune(form: Form, folder: Path, executor: Executor, threads: int | None, scope: Scope = WHOLE) -> Tuned:
    """All trials, kept in the folder. Arms that only combine are tried on their learner's best setting."""
    if (found := _kept(folder)) is not None and scope.learned.keys() <= {trial.arm for trial in found.trials}:
        return found
    own = [arm for arm in scope.learned.values() if not arm.combines]
    tasks = []
    for learner in dict.fromkeys(arm.learner for arm in own):
        arms = [arm for arm in own if arm.learner == learner]
        tasks += [
            _Task(folder, form, learner, setting, tuple((arm.name, setting) for arm in arms), threads)
            for setting in arms[0].grid[: form.trials]
        ]
    first = Tuned(tuple(trial for found in executor.map(_try, tasks) for trial in found))
    combining: dict[str, list[Arm]] = defaultdict(list)
    for arm in scope.learned.values():
        if arm.combines:
            combining[arm.learner].append(arm)
    tasks = [
        _Task(
            folder,
            form,
            learner,
            learner_setting(learner, first),
            tuple((arm.name, setting) for arm in arms for setting in arm.grid[: form.trials]),
            threads,
        )
        for learner, arms in combining.items()
    ]
    tuned = Tuned((*first.trials, *(trial for found in executor.map(_try, tasks) for trial in found)))
    keep(tuned, folder)
    return tuned


def keep(tuned: Tuned, folder: Path) -> None:
    """Let `tune` find in the folder what was chosen elsewhere."""
    write_atomically(folder / _FILE, msgspec.json.encode(_File(_about(), tuned.trials)))


class _File(msgspec.Struct, frozen=True):
    about: str
    trials: tuple[Trial, ...]


def _kept(folder: Path) -> Tuned | None:
    """What was chosen here, if today's code would try the same settings in the same way."""
    try:
        found = msgspec.json.decode((folder / _FILE).read_bytes(), type=_File)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return Tuned(found.trials) if found.about == _about() else None


def _about() -> str:
    """Of all settings, the training code and the library that skills are learned beside."""
    grids = [(name, arm.grid) for name, arm in ARMS.items()]
    return key_of((training_code(), library_zero_digest(), *grids))


def learner_setting(learner: str, tuned: Tuned) -> Setting:
    """The best setting of the first arm that is the learner's own."""
    return tuned.best(next(arm.name for arm in ARMS.values() if arm.learner == learner and not arm.combines))


def _try(task: _Task) -> list[Trial]:
    use_threads(task.threads)
    course, model = course_in(task.folder), model_here()
    school = School(model, task.form, Store(task.folder / "trained"))
    learner = new_learner(task.learner, school, task.setting, SEED, len(course.tuning))
    for lesson in course.tuning:
        learner.night(lesson)
    found = []
    for name, setting in task.arms:
        known = practised(ARMS[name].serve(learner, setting), course.tuning, school)
        found.append(Trial(name, setting, known.exact_fraction, known.loss))
    return found


def practised(serving: Serving, lessons: Sequence[Lesson], school: School) -> Fit:
    """How well all practice answers are known."""
    model = school.model
    model.attachment.load(serving.library)
    by_skill: dict[str | None, list[TokenRow]] = defaultdict(list)
    for skill, row in _practice(serving, lessons, school):
        by_skill[skill].append(row)
    exact = loss = 0.0
    total = sum(map(len, by_skill.values()))
    for skill, rows in by_skill.items():
        model.attachment.select(skill)
        known = fit(model.model, rows, padding=model.chat.padding)
        exact += known.exact_fraction * len(rows)
        loss += known.loss * len(rows)
    model.attachment.select(None)
    return Fit(loss / total, exact / total)


def _practice(serving: Serving, lessons: Sequence[Lesson], school: School) -> Iterator[tuple[str | None, TokenRow]]:
    for lesson in lessons:
        examples = []
        for pair in lesson.practice:
            example = make_example(RepairContext(pair.broken, pair.diagnostic), pair.green, Origin.DREAM, lesson.skill)
            assert example is not None  # only such pairs were kept
            examples.append(example)
        for pair, row in zip(lesson.practice, tokenize(school.model.tokenizer, examples), strict=True):
            yield serving.choose(lesson.skill, pair.diagnostic), row
