"""Streams with verdicts: which items passed after which night, and the learning matrix of each arm and seed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sleepy_coder.agent.plan import Plan
from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.arms import agent_arm
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.continual import LearningMatrix, Score, Terms, terms
from sleepy_coder.evaluation.judge import judge, rules_digest
from sleepy_coder.evaluation.questions import Question, task_digest
from sleepy_coder.experiments.sequence.course import Course
from sleepy_coder.experiments.sequence.kept import Facts
from sleepy_coder.experiments.sequence.work import Stream
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.provenance import source_digest
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.verify import Verdict

SUGGESTIONS = "suggestions"
CHUNK = 64


@dataclass(frozen=True)
class Judged:
    """One arm through one stream. `passed` holds, for night 0 and each skill, whether an item that was asked passed."""

    arm: str
    seed: int
    setting: str
    order: tuple[str, ...]
    passed: tuple[Mapping[str, bool], ...]
    facts: tuple[Facts, ...]
    skills: Mapping[str, str]  # novel item -> skill

    @cached_property
    def matrix(self) -> LearningMatrix:
        """Pass rates of the skills in the stream's order."""
        return LearningMatrix(self.order, tuple(self._row(night) for night in self.passed))

    def terms(self, joint: "Judged | None") -> Terms:
        """The measures skill by skill, in the order of the stream."""
        if joint is None:
            return terms(self.matrix)
        at_end = dict(zip(joint.order, joint.matrix.rows[-1], strict=True))
        return terms(self.matrix, [at_end[skill] for skill in self.order])

    def rate(self, night: int, items: Sequence[str]) -> float | None:
        """The pass rate of some items after a night; None where not all were asked."""
        found = self.passed[night]
        if not items or not all(item in found for item in items):
            return None
        return sum(found[item] for item in items) / len(items)

    def _row(self, night: Mapping[str, bool]) -> tuple[Score, ...]:
        by_skill: dict[str, list[bool]] = {}
        for item, skill in self.skills.items():
            if item in night:
                by_skill.setdefault(skill, []).append(night[item])
        return tuple(sum(by_skill[skill]) / len(by_skill[skill]) if skill in by_skill else None for skill in self.order)


def judge_streams(
    streams: Sequence[Stream],
    course: Course,
    compiler: Compiler,
    cache: Cache,
    *,
    on_progress: Callable[[int], None] = lambda done: None,
) -> list[Judged]:
    """Every distinct answer is judged once, whoever gave it and whenever."""
    distinct: dict[str, Answer] = {}
    for stream in streams:
        distinct |= stream.answers
    verdicts = judge(course.questions, list(distinct.values()), compiler, cache, on_progress=on_progress)
    right = {key: found.verdict == Verdict.FIXED for key, found in zip(distinct, verdicts, strict=True)}
    return [
        Judged(
            stream.arm,
            stream.seed,
            stream.setting,
            stream.order,
            tuple({item: right[f"{item}/{digest}"] for item, digest in night.items()} for night in stream.nights),
            stream.facts,
            course.novel,
        )
        for stream in streams
    ]


def suggested(course: Course, seeds: Sequence[int], compiler: Compiler, cache: Cache) -> list[Judged]:
    """The arm that has the compiler's suggestions and no model: stage 0 of the fixer, the same on every night."""
    passed: dict[str, bool] = {}
    missing: list[Question] = []
    for question in course.questions:
        known = cache.get(_key(question, compiler))
        if known is None:
            missing.append(question)
        else:
            passed[question.task.id] = known == b"1"
    solve = agent_arm(compiler, Plan(stages=(0,)), FixedRouter(), _nobody)
    for start in range(0, len(missing), CHUNK):
        part = missing[start : start + CHUNK]
        for question, result in zip(part, solve([question.task for question in part]), strict=True):
            passed[question.task.id] = result.passed
            if result.verdict != Verdict.TIMED_OUT:  # a busy machine's fault, not the suggestions'
                cache.put(_key(question, compiler), b"1" if result.passed else b"0")
    found = []
    for seed in seeds:
        order = tuple(lesson.skill for lesson in course.order(seed))
        found.append(Judged(SUGGESTIONS, seed, "", order, (passed,) * (len(order) + 1), (), course.novel))
    return found


def _key(question: Question, compiler: Compiler) -> str:
    search = source_digest("sleepy_coder.agent")[:16]
    return f"suggestions/{compiler.toolchain.version}/{rules_digest()}/{search}/{task_digest(question.task)}"


def _nobody() -> LanguageModel:
    raise AssertionError("compiler suggestions ask no model")
