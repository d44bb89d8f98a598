"""Which of a skill's cases are trained on: no secret, nothing twice, nothing near what measures, no source too often.

Cases come with the strongest origin first, and the first of two that are alike stays. Dreams are copies of each other
under other names on purpose, so of dreams only what is the same to the letter counts as a repeat.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sleepy_coder.curation.alike import ALIKE, like, shape
from sleepy_coder.curation.case import PRACTICE, Case
from sleepy_coder.episodes.scrub import scrub
from sleepy_coder.episodes.secrets import without_logins
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.registry.night_record import DataCard
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.likeness import NEAR, HeldOut
from sleepy_coder.training.example import Example, Origin, make_example

MOST = {Origin.EPISODE: 48, Origin.SEARCH: 48, Origin.TEACHER: 32}
"""Of one skill's examples; what the owner wrote is never too much."""

LEAST_LESSONS = 12
"""Examples without which a skill is not trained."""

ENOUGH_LESSONS = 48
"""Examples that are looked for even if the time for it is over: practice, which is quick, makes most of them."""

REAL = (Origin.HUMAN, Origin.EPISODE)
"""What happened: only this is put into the rotating holdout."""

ENOUGH = "enough from that origin, repository or author"
UNSAYABLE = "the answer format cannot say it"
NEAR_SUITE = "near an item of an evaluation suite"
NEAR_HOLDOUT = "near the rotating holdout"
SAME = "the same to the letter"
SIMILAR = "the same but for names, or nearly"
_COUNTED = ("origin", "repository", "author")


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

    @property
    def shape(self) -> frozenset[int]:
        """What it is compared by."""
        return shape(self.messages, self.answer)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is trained on, what is kept from training, and the card."""

    lessons: tuple[Lesson, ...]
    holdout: tuple[Lesson, ...]
    card: DataCard


@dataclass(slots=True)
class _Taken:
    """What is in so far, what is held out, and why the rest is not in: reason, then origin."""

    settings: Settings
    measures: HeldOut
    skill: str
    lessons: list[Lesson] = field(default_factory=list)
    held: list[Lesson] = field(default_factory=list)
    digests: set[str] = field(default_factory=set)
    shapes: list[frozenset[int]] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {key: Counter() for key in _COUNTED})
    left_out: dict[str, Counter[str]] = field(default_factory=dict)

    def take(self, case: Case, origin: Origin) -> Lesson | None:
        """The lesson, if the case is fit for one; else the reason is counted."""
        found = self._judged(case, origin)
        if isinstance(found, Lesson):
            self._keep(found)
            return found
        self.leave(found, origin)
        return None

    def leave(self, reason: str, origin: Origin) -> None:
        """Counts something that is not trained on."""
        self.left_out.setdefault(reason, Counter())[origin.value] += 1

    def set_aside(self, held: Sequence[Lesson]) -> None:
        """From now on these are the holdout; what is near them goes, and stays out."""
        self.held = list(held)
        shapes = [lesson.shape for lesson in held]
        rest = [lesson for lesson in self.lessons if lesson not in held]
        for lesson in rest:
            if like(lesson.shape, shapes, NEAR):
                self.leave(NEAR_HOLDOUT, lesson.origin)
        self.lessons = [lesson for lesson in rest if not like(lesson.shape, shapes, NEAR)]

    def _judged(self, case: Case, origin: Origin) -> Lesson | str:
        """The lesson, or why it is none."""
        if case.repository != PRACTICE and self._too_many(case, origin):
            return ENOUGH
        before, error, after = case.before, case.error, case.after
        if case.repository != PRACTICE:
            # whole files: in an excerpt the pieces of a secret may stand apart
            before, error, after = scrub((before, error, after), case.repository)
        example = make_example(RepairContext(before, error), after, origin, self.skill)
        if example is None:
            return UNSAYABLE
        if not self.measures.admits(case.before, case.after):
            return NEAR_SUITE
        lesson = Lesson(
            example.messages, example.answer, origin, case.signature, case.source, case.repository, case.author
        )
        if lesson.example(self.skill).digest in self.digests:
            return SAME
        if self.held and like(lesson.shape, [one.shape for one in self.held], NEAR):
            return NEAR_HOLDOUT
        if origin is not Origin.DREAM and like(lesson.shape, self.shapes, ALIKE):
            return SIMILAR
        return lesson

    def _too_many(self, case: Case, origin: Origin) -> bool:
        limits = {
            "origin": (origin.value, MOST.get(origin)),
            "repository": (case.repository, self.settings.most_per_repository),
            "author": (case.author, self.settings.most_per_author if case.author else None),
        }
        return any(most is not None and self.counts[key][name] >= most for key, (name, most) in limits.items())

    def _keep(self, lesson: Lesson) -> None:
        self.lessons.append(lesson)
        self.digests.add(lesson.example(self.skill).digest)
        if lesson.origin is not Origin.DREAM:
            self.shapes.append(lesson.shape)
        for key in _COUNTED:
            self.counts[key][str(getattr(lesson, key))] += 1


def select(
    skill: str,
    cases: Iterable[tuple[Origin, Iterator[Case]]],
    settings: Settings,
    measures: HeldOut,
    may_go_on: Callable[[], bool] = lambda: True,
) -> Selection:
    """At most `dreams_per_skill` lessons, none of them near an item of the suites that `measures` holds; once there are
    `ENOUGH_LESSONS`, `may_go_on` is asked before each further case.

    The newest real repairs are held out, at most a third of them; they come to be trained on when newer ones take their
    place, and what is near them is left out as well. An origin whose model cannot be asked gives nothing tonight, and
    the card says why.
    """
    taken, known = _Taken(settings, measures, skill), dict(cases)
    dated: list[tuple[float, Lesson]] = []
    real = {origin: found for origin, found in known.items() if origin in REAL}
    for case, lesson in _taken_from(real, taken, settings.dreams_per_skill + settings.holdout_per_skill, may_go_on):
        dated.append((case.at, lesson))
    newest = [lesson for _, lesson in sorted(dated, key=lambda one: -one[0])]
    taken.set_aside(newest[: min(settings.holdout_per_skill, len(newest) // 3)])
    rest = {origin: found for origin, found in known.items() if origin not in REAL}
    for _ in _taken_from(rest, taken, settings.dreams_per_skill, may_go_on):
        pass
    lessons = tuple(taken.lessons[: settings.dreams_per_skill])
    return Selection(lessons, tuple(taken.held), _card(lessons, taken))


def _taken_from(
    cases: Mapping[Origin, Iterator[Case]], taken: _Taken, most: int, may_go_on: Callable[[], bool]
) -> Iterator[tuple[Case, Lesson]]:
    """What is taken of these until there are `most` lessons; no case is asked for in vain."""
    for origin, found in cases.items():
        while len(taken.lessons) < most and (len(taken.lessons) < ENOUGH_LESSONS or may_go_on()):
            try:
                case = next(found, None)
            except ModelBroken as problem:
                taken.leave(without_logins(str(problem)), origin)
                break
            if case is None:
                break
            lesson = taken.take(case, origin)
            if lesson is not None:
                yield case, lesson


def _card(lessons: tuple[Lesson, ...], taken: _Taken) -> DataCard:
    def counted(name: str) -> dict[str, int]:
        return dict(Counter(str(getattr(lesson, name)) for lesson in lessons).most_common())

    real = {lesson.source for lesson in lessons if lesson.repository != PRACTICE}
    return DataCard(
        len(lessons),
        len(taken.held),
        counted("origin"),
        counted("repository"),
        {author: count for author, count in counted("author").items() if author},
        counted("signature"),
        {reason: dict(counts) for reason, counts in taken.left_out.items()},
        tuple(sorted(real)),
    )
