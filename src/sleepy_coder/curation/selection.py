"""Which of a skill's cases are trained on: no secret, nothing twice, nothing near what measures, no source too often.

Cases come with the strongest origin first, and the first of two that are alike stays. Dreams are copies of each other
under other names on purpose, so of dreams only what is the same to the letter counts as a repeat.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sleepy_coder.curation.case import PRACTICE, Case
from sleepy_coder.episodes.scrub import scrub
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.registry.night_record import DataCard
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.likeness import HeldOut, normalised, shingles
from sleepy_coder.training.example import Example, Origin, make_example

ALIKE = 0.9
"""From this share of their shingles on, two prompts with their answers teach the same."""

MOST = {Origin.EPISODE: 48, Origin.SEARCH: 48, Origin.TEACHER: 32}
"""Of one skill's examples; what the owner wrote is never too much."""

REAL = (Origin.HUMAN, Origin.EPISODE)
"""What happened: only this is put into the rotating holdout."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One example as a night stores it, with where it comes from."""

    messages: tuple[tuple[str, str], ...]
    answer: str
    origin: Origin
    signature: str
    source: str
    repository: str
    author: str

    def example(self, skill: str) -> Example:
        """The lesson as the training loop takes it."""
        return Example(self.messages, self.answer, self.origin, skill)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is trained on, what is kept from training, and the card."""

    lessons: tuple[Lesson, ...]
    holdout: tuple[Lesson, ...]
    card: DataCard


_COUNTED = ("origin", "repository", "author")


@dataclass(slots=True)
class _Taken:
    """What is in so far, and why the rest is not."""

    settings: Settings
    held_out: HeldOut
    lessons: list[Lesson] = field(default_factory=list)
    digests: set[str] = field(default_factory=set)
    shapes: list[frozenset[int]] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {key: Counter() for key in _COUNTED})
    left_out: Counter[str] = field(default_factory=Counter)

    def take(self, case: Case, origin: Origin, skill: str) -> Lesson | None:
        """The lesson, if the case is fit for one; else the reason is counted."""
        lesson, reason = self._judged(case, origin, skill)
        if reason:
            self.left_out[reason] += 1
        return lesson

    def _judged(self, case: Case, origin: Origin, skill: str) -> tuple[Lesson | None, str]:
        if case.repository != PRACTICE and self._too_many(case, origin):
            return None, "enough from that origin, repository or author"
        example = make_example(RepairContext(case.before, case.error), case.after, origin, skill)
        if example is None:
            return None, "the answer format cannot say it"
        if not self.held_out.admits(case.before, case.after):
            return None, "near an item of an evaluation suite"
        lesson = Lesson(
            example.messages, example.answer, origin, case.signature, case.source, case.repository, case.author
        )
        if case.repository != PRACTICE:
            lesson = scrub(lesson, case.repository)
        if lesson.example(skill).digest in self.digests:
            return None, "the same to the letter"
        if origin is not Origin.DREAM and self._known(lesson):
            return None, "the same but for names, or nearly"
        self._keep(lesson, skill)
        return lesson, ""

    def _too_many(self, case: Case, origin: Origin) -> bool:
        limits = {
            "origin": (origin.value, MOST.get(origin)),
            "repository": (case.repository, self.settings.most_per_repository),
            "author": (case.author, self.settings.most_per_author if case.author else None),
        }
        return any(most is not None and self.counts[key][name] >= most for key, (name, most) in limits.items())

    def _known(self, lesson: Lesson) -> bool:
        shape = _shape(lesson)
        return any(len(shape & one) >= ALIKE * len(shape | one) for one in self.shapes)

    def _keep(self, lesson: Lesson, skill: str) -> None:
        self.lessons.append(lesson)
        self.digests.add(lesson.example(skill).digest)
        if lesson.origin is not Origin.DREAM:
            self.shapes.append(_shape(lesson))
        for key in _COUNTED:
            self.counts[key][str(getattr(lesson, key))] += 1


def select(
    skill: str, cases: Iterable[tuple[Origin, Iterator[Case]]], settings: Settings, measures: HeldOut
) -> Selection:
    """At most `dreams_per_skill` lessons, none of them near an item of the suites that `measures` holds.

    The newest real repairs are held out, at most a third of them; they come to be trained on when newer ones take their
    place, and what is like them is left out as well.
    """
    taken = _Taken(settings, measures)
    dated: list[tuple[float, Lesson]] = []

    def held_out() -> tuple[Lesson, ...]:
        newest = sorted(dated, key=lambda one: -one[0])
        return tuple(lesson for _, lesson in newest[: min(settings.holdout_per_skill, len(dated) // 3)])

    for origin, found in cases:
        while len(taken.lessons) - len(held_out()) < settings.dreams_per_skill:
            case = next(found, None)
            if case is None:
                break
            lesson = taken.take(case, origin, skill)
            if lesson is not None and origin in REAL:
                dated.append((case.at, lesson))
    held = held_out()
    lessons = tuple(lesson for lesson in taken.lessons if lesson not in held)
    return Selection(lessons, held, _card(lessons, held, taken.left_out))


def _card(lessons: tuple[Lesson, ...], held: tuple[Lesson, ...], left_out: Counter[str]) -> DataCard:
    def counted(name: str) -> dict[str, int]:
        return dict(Counter(str(getattr(lesson, name)) for lesson in lessons).most_common())

    real = {lesson.source for lesson in lessons if lesson.repository != PRACTICE}
    return DataCard(
        len(lessons),
        len(held),
        counted("origin"),
        counted("repository"),
        {author: count for author, count in counted("author").items() if author},
        counted("signature"),
        dict(left_out.most_common()),
        tuple(sorted(real)),
    )


def _shape(lesson: Lesson) -> frozenset[int]:
    return shingles(normalised("\n".join([*(text for role, text in lesson.messages if role == "user"), lesson.answer])))
