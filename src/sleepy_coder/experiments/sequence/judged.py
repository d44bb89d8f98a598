"""Streams with verdicts, counted: how many items of each skill passed after which night. Items stay behind; what became
of them is kept as counts and flips.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import msgspec

from sleepy_coder.agent.plan import Plan
from sleepy_coder.evaluation.answer import Answer
from sleepy_coder.evaluation.arms import agent_arm
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.continual import LearningMatrix, Terms, terms
from sleepy_coder.evaluation.judge import judge, rules_digest
from sleepy_coder.evaluation.questions import Question, task_digest
from sleepy_coder.experiments.sequence.arms import SUGGESTIONS
from sleepy_coder.experiments.sequence.course import Course
from sleepy_coder.experiments.sequence.kept import Facts
from sleepy_coder.experiments.sequence.work import Cells, Stream
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.provenance import source_digest
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.verify import Verdict

CHUNK = 64

Night = Mapping[str, bool]
"""Item -> whether it passed, of the items that were asked."""


class Flips(msgspec.Struct, frozen=True):
    """Items of a group that flipped from one night to the next, over all nights."""

    gained: int
    lost: int


class Ends(msgspec.Struct, frozen=True):
    """A group of items before the first night and after the last: how many passed, and how many flipped between."""

    items: int
    before: int
    after: int
    gained: int
    lost: int


@dataclass(frozen=True)
class Judged:
    """One arm through one stream. `passed` holds, for night 0 and each skill, how many of the `items` of each skill
    passed, skills in the stream's order; None where they were not asked."""

    arm: str
    seed: int
    setting: str
    order: tuple[str, ...]
    items: int
    passed: tuple[tuple[int | None, ...], ...]
    known: Ends
    canaries: Ends
    lost_canaries: tuple[str, ...]
    flips: Mapping[str, Flips]
    trained: tuple[int, ...]
    expanded: tuple[str, ...]
    """Skills for which columns were opened and kept."""
    opened: int = 0
    """For how many skills they were opened, kept or not."""
    scaled: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Of an arm that combines, by setting: how many items of each skill passed at the end."""
    drift: float | None = None
    """KL of the base model from the arm at the end, on known items, nats per token."""

    @cached_property
    def matrix(self) -> LearningMatrix:
        """Pass rates of the skills in the stream's order."""
        rows = (tuple(None if count is None else count / self.items for count in night) for night in self.passed)
        return LearningMatrix(self.order, tuple(rows))

    def terms(self, joint: "Judged | None") -> Terms:
        """The measures skill by skill, in the order of the stream."""
        if joint is None:
            return terms(self.matrix)
        at_end = dict(zip(joint.order, joint.matrix.rows[-1], strict=True))
        return terms(self.matrix, [at_end[skill] for skill in self.order])


def counted(
    arm: str,
    seed: int,
    setting: str,
    order: tuple[str, ...],
    nights: Sequence[Night],
    facts: Sequence[Facts],
    course: Course,
) -> Judged:
    """A stream's verdicts by night, as counts."""
    by_skill: dict[str, list[str]] = {skill: [] for skill in order}
    for item, skill in course.novel.items():
        by_skill[skill].append(item)
    (items,) = {len(found) for found in by_skill.values()}
    groups = {"novel": tuple(course.novel), "known": course.known, "canaries": course.canaries}
    first, last = nights[0], nights[-1]
    return Judged(
        arm=arm,
        seed=seed,
        setting=setting,
        order=order,
        items=items,
        passed=tuple(tuple(_passed(night, by_skill[skill]) for skill in order) for night in nights),
        known=_ends(first, last, course.known),
        canaries=_ends(first, last, course.canaries),
        lost_canaries=tuple(item for item in course.canaries if first.get(item) and not last.get(item)),
        flips={group: _flips(nights, own) for group, own in groups.items()},
        trained=tuple(fact.trained_numbers for fact in facts),
        expanded=tuple(skill for skill, fact in zip(order, facts, strict=False) if fact.expanded),
    )


def judge_streams(streams: Sequence[Stream], course: Course, compiler: Compiler, cache: Cache) -> list[Judged]:
    """Every distinct answer is judged once, whoever gave it and whenever."""
    distinct: dict[str, Answer] = {}
    for stream in streams:
        distinct |= stream.answers
    verdicts = judge(course.questions, list(distinct.values()), compiler, cache)
    right = {key: found.verdict == Verdict.FIXED for key, found in zip(distinct, verdicts, strict=True)}
    found = []
    for stream in streams:
        nights = [{item: right[f"{item}/{digest}"] for item, digest in night.items()} for night in stream.nights]
        one = counted(stream.arm, stream.seed, stream.setting, stream.order, nights, stream.facts, course)
        scaled = {setting: _by_skill(cells, right, stream.order, course) for setting, cells in stream.scaled.items()}
        found.append(replace(one, opened=stream.opened, scaled=scaled, drift=stream.drift))
    return found


def _by_skill(cells: Cells, right: Mapping[str, bool], order: Sequence[str], course: Course) -> tuple[int, ...]:
    passed = Counter(course.novel[item] for item, digest in cells.items() if right[f"{item}/{digest}"])
    return tuple(passed[skill] for skill in order)


def suggested(course: Course, seed: int, compiler: Compiler, cache: Cache) -> Judged:
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
    order = tuple(lesson.skill for lesson in course.order(seed))
    return counted(SUGGESTIONS, seed, "", order, (passed,) * (len(order) + 1), (), course)


def _passed(night: Night, items: Sequence[str]) -> int | None:
    found = [night[item] for item in items if item in night]
    return sum(found) if found else None


def _ends(first: Night, last: Night, items: Sequence[str]) -> Ends:
    before, after = ([bool(night.get(item)) for item in items] for night in (first, last))
    gained = sum(new and not old for old, new in zip(before, after, strict=True))
    lost = sum(old and not new for old, new in zip(before, after, strict=True))
    return Ends(len(items), sum(before), sum(after), gained, lost)


def _flips(nights: Sequence[Night], items: Sequence[str]) -> Flips:
    gained = lost = 0
    for before, after in pairwise(nights):
        for item in items:
            if item in before and item in after and before[item] != after[item]:
                gained, lost = gained + after[item], lost + before[item]
    return Flips(gained, lost)


def _key(question: Question, compiler: Compiler) -> str:
    search = source_digest("sleepy_coder.agent")[:16]
    return f"suggestions/{compiler.toolchain.version}/{rules_digest()}/{search}/{task_digest(question.task)}"


def _nobody() -> LanguageModel:
    raise AssertionError("compiler suggestions ask no model")
