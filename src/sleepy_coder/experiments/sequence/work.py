"""One work item: a learner with its setting through one stream, and the answers of all arms that stand on it.

It needs a model and no compiler, so it runs wherever there is an accelerator; what it returns is judged where rustc is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import torch

from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import Question
from sleepy_coder.experiments.sequence.answers import Asker, copied, hinted, reminded
from sleepy_coder.experiments.sequence.arms import ARMS, LEARNERS
from sleepy_coder.experiments.sequence.course import Course, Lesson, read_course
from sleepy_coder.experiments.sequence.drift import drift
from sleepy_coder.experiments.sequence.form import QUICK, Form
from sleepy_coder.experiments.sequence.kept import Facts, Store
from sleepy_coder.experiments.sequence.learners.learner import Learner, School, Serving, Setting
from sleepy_coder.experiments.sequence.learners.lora import JointLoRA
from sleepy_coder.experiments.sequence.learners.share import Share
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.tasks.neighbours import Neighbours

NOTEBOOK = "notebook"
"""The learner that only writes down what it has seen; the unlearned arms stand on it."""

Cells = dict[str, str]
"""Item -> digest of the answer to it."""


class Stream(msgspec.Struct, frozen=True, kw_only=True):
    """One arm through one stream. `nights` holds night 0, before anything was learned, and one for each skill."""

    arm: str
    seed: int
    setting: str
    order: tuple[str, ...]
    nights: tuple[Cells, ...]
    answers: dict[str, Answer]  # item/digest -> the answer
    facts: tuple[Facts, ...]
    opened: int
    """For how many skills columns were opened, kept or not."""
    scaled: dict[str, Cells]
    """Of an arm that combines: novel items after the last night, by setting."""
    drift: float | None
    """From the base model, on known items; None where no model is asked or none learned."""
    asked: dict[str, float]
    """Of all arms of the work item: keys of the answers, and the seconds of a core that each took."""


@dataclass(frozen=True, slots=True)
class Work:
    """Pickled to whoever does it. `arms` map to their settings; the learner's own is `setting`. Without `every_night`
    no arm is asked more often than its measures need."""

    folder: Path
    form: Form
    learner: str
    setting: Setting
    seed: int
    arms: Mapping[str, Setting]
    threads: int | None = None
    every_night: bool = True


def do(work: Work) -> list[Stream]:
    """All streams of the item's arms."""
    use_threads(work.threads)
    course, model = course_in(work.folder), model_here()
    with Cache(work.folder / "answers.db") as known:
        asker = Asker(model, known)
        if work.learner == NOTEBOOK:
            return [_unlearned(name, work, course, asker) for name in work.arms]
        school = School(model, work.form, Store(work.folder / "trained"))
        return _learned(work, course, school, asker)


def _learned(work: Work, course: Course, school: School, asker: Asker) -> list[Stream]:
    learner = new_learner(work.learner, school, work.setting, work.seed, len(course.lessons))
    order = course.order(work.seed)
    arms = [(ARMS[name], setting) for name, setting in work.arms.items()]
    cells: dict[str, list[Cells]] = {arm.name: [] for arm, _ in arms}
    answers: dict[str, dict[str, Answer]] = {arm.name: {} for arm, _ in arms}
    facts: list[Facts] = []
    scaled: dict[str, dict[str, Cells]] = {arm.name: {} for arm, _ in arms}
    for night in range(len(order) + 1):
        if night:
            facts.append(learner.night(order[night - 1]))
        for arm, setting in arms:
            always = (work.every_night and arm.every_night) or night in (0, len(order))
            asked = [q for q in course.questions if always or _due(night, order, course.novel.get(q.task.id))]
            found = asker.ask(arm.serve(learner, setting), asked, course.novel)
            cells[arm.name].append(_noted(found, answers[arm.name]))
    novel = [question for question in course.questions if question.task.id in course.novel]
    known = [question for question in course.questions if question.task.id in course.known]
    for arm, _ in arms:
        for scale in arm.scales[:1] if work.form.name == QUICK.name else arm.scales:
            found = asker.ask(arm.serve(learner, scale), novel, course.novel)
            scaled[arm.name][str(scale)] = _noted(found, answers[arm.name])
    return [
        Stream(
            arm=arm.name,
            seed=work.seed,
            setting=str(setting),
            order=tuple(one.skill for one in order),
            nights=tuple(cells[arm.name]),
            answers=answers[arm.name],
            facts=tuple(facts),
            opened=sum(opened(learner, facts, work.form)),
            scaled=scaled[arm.name],
            drift=drift(school.model, arm.serve(learner, setting), known),
            asked=asker.asked,
        )
        for arm, setting in arms
    ]


def opened(learner: Learner, facts: Sequence[Facts], form: Form) -> list[bool]:
    """Night by night, whether columns were opened, kept or not: one round of training cannot read so many tokens."""
    return [isinstance(learner, Share) and fact.tokens > form.steps * form.tokens_per_batch for fact in facts]


def _unlearned(name: str, work: Work, course: Course, asker: Asker) -> Stream:
    order, past = course.order(work.seed), Neighbours()
    nights: list[Cells] = []
    answers: dict[str, Answer] = {}
    nobody = Serving(SkillLibrary(), lambda skill, error: None)
    for night in range(len(order) + 1):
        for pair in order[night - 1].pairs if night else ():
            past.add(pair)
        told = [_told(name, question, past) for question in course.questions]
        if name == "copy_neighbour":
            found = {question.task.id: copied(question, past) for question in told if question.target is not None}
        else:
            found = asker.ask(nobody, told, course.novel)
        nights.append(_noted(found, answers))
    return Stream(
        arm=name,
        seed=work.seed,
        setting="",
        order=tuple(one.skill for one in order),
        nights=tuple(nights),
        answers=answers,
        facts=(),
        opened=0,
        scaled={},
        drift=None,
        asked=asker.asked,
    )


def _told(name: str, question: Question, past: Neighbours) -> Question:
    return hinted(question) if name == "hints" else reminded(question, past) if name == "retrieval" else question


def _due(night: int, order: Sequence[Lesson], skill: str | None) -> bool:
    """Whether a measure needs an item to be asked after this night, which is neither the first nor the last."""
    return skill in (order[night - 1].skill, order[night].skill)


def _noted(found: Mapping[str, Answer], answers: dict[str, Answer]) -> Cells:
    """The night's cells; what was answered goes into `answers`."""
    answers |= {f"{item}/{answer.digest}": answer for item, answer in found.items()}
    return {item: answer.digest for item, answer in found.items()}


def new_learner(kind: str, school: School, setting: Setting, seed: int, skills: int) -> Learner:
    """A learner before its first night, for a stream of so many skills."""
    learner = LEARNERS[kind](school, setting, seed)
    if isinstance(learner, JointLoRA):
        learner.last = skills
    return learner


def use_threads(count: int | None) -> None:
    """Of torch in this process, where several work side by side."""
    if count:
        torch.set_num_threads(count)


@cache
def model_here() -> LocalModel:
    """One for each process."""
    return load(EMBEDDED)


@cache
def course_in(folder: Path) -> Course:
    """Read once for each process."""
    return read_course(folder)
