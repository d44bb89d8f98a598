"""What a stream of skills teaches, and what it is judged by. Making it takes the compiler; using it takes none.

A skill is one family of breaks that the embedded model was never taught. No two share an error code, nor does one with
what the base model or library 0 knows: so no signature belongs to two skills. The order of the drawing is by a hash of
the code. Examples come from training templates, practice from those that no example may use, items from the frozen
suite; an example near an item of any shipped suite is left out.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import msgspec

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES, family_named
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import Template, set_aside
from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.embedded.taught import taught
from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import Question, dump_questions, load_questions, pose
from sleepy_coder.experiments.sequence.clock import core_seconds
from sleepy_coder.experiments.sequence.form import Form
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import signature
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.tasks.suites import load_suite
from sleepy_coder.tasks.task import Task
from sleepy_coder.training.example import Example, Origin, make_example

SEED = 88_000
MOST_TRIED = 12
"""Breaks looked at for each that is wanted, before a family counts as too barren."""

FEWEST = 0.5
"""Of the examples wanted, those that a family must bear to become a skill."""


class Lesson(msgspec.Struct, frozen=True):
    """One skill: its examples, the held-out ones first, and practice; both as verified pairs."""

    skill: str
    held_out: int
    pairs: tuple[Pair, ...]
    practice: tuple[Pair, ...]

    @property
    def examples(self) -> list[Example]:
        """What an arm may train on."""
        return [_example(pair, self.skill) for pair in self.pairs[self.held_out :]]

    @property
    def held_out_examples(self) -> list[Example]:
        """What tells whether coefficients fit."""
        return [_example(pair, self.skill) for pair in self.pairs[: self.held_out]]

    @property
    def signatures(self) -> tuple[str, ...]:
        """By which a router knows the skill."""
        return tuple(sorted({signature(pair.diagnostic).key for pair in self.pairs}))

    @property
    def digest(self) -> str:
        """Of all that is trained on."""
        seen = hashlib.sha256(f"{self.skill}/{self.held_out}".encode())
        for pair in self.pairs:
            seen.update(f"{pair.green.digest}/{pair.broken.digest}".encode())
        return seen.hexdigest()


@dataclass(frozen=True, slots=True)
class Course:
    """The skills of the stream, those for tuning, and the items by group."""

    lessons: tuple[Lesson, ...]
    tuning: tuple[Lesson, ...]
    questions: tuple[Question, ...]
    novel: dict[str, str]  # item -> skill
    known: tuple[str, ...]
    canaries: tuple[str, ...]
    seconds: float
    """That making it took."""

    def order(self, seed: int) -> tuple[Lesson, ...]:
        """The lessons in this seed's order."""
        return tuple(Random(f"order/{seed}").sample(self.lessons, len(self.lessons)))


class _Note(msgspec.Struct, frozen=True):
    lessons: tuple[str, ...]
    tuning: tuple[str, ...]
    novel: dict[str, str]
    known: tuple[str, ...]
    canaries: tuple[str, ...]
    seconds: float


def candidates() -> tuple[str, ...]:
    """Families that can be skills, one for each error code, in the order of the drawing."""
    learned = taught()
    seen = set[str | None]().union(*(family_named(name).codes for name in (*learned.base, *learned.library)))
    by_code: dict[str, list[str]] = {}
    for family in FAMILIES:
        code = min((code for code in family.codes if code is not None), default=None)
        if code is not None and None not in family.codes and not family.codes & seen:
            by_code.setdefault(code, []).append(family.name)
    found: list[str] = []
    for code in sorted(by_code, key=_rank):
        name = min(by_code[code], key=_rank)
        if not family_named(name).codes & seen:
            found.append(name)
            seen |= family_named(name).codes
    return tuple(found)


def all_families() -> tuple[str, ...]:
    """All families: those that nobody taught the model, then those that its first library knows and it does not, then
    those that it was taught, each in the order of the drawing. Skills by operator and construct, several of which may
    share an error code: for those who route by an oracle."""
    learned = taught()
    known = dict.fromkeys(learned.base, 2) | dict.fromkeys(learned.library, 1)
    return tuple(sorted((family.name for family in FAMILIES), key=lambda name: (known.get(name, 0), _rank(name))))


def make_course(
    form: Form,
    folder: Path,
    compiler: Compiler,
    cache: Cache,
    tell: Callable[[str], None],
    drawn_from: Callable[[], Sequence[str]] | None = None,
) -> Course:
    """The course of this form, kept in `folder`; what was made before is not made again. Skills are the first of
    `drawn_from`, by default `candidates`, that bear enough.

    Raises EnvironmentFault where the templates bear too few skills.
    """
    if not (folder / "course.json").is_file():
        began = core_seconds()
        make_folder(folder / "lessons")
        frozen, canaries = load_suite("frozen"), load_suite("canaries")
        by_family: dict[str, list[Task]] = {}
        for task in frozen.tasks:
            by_family.setdefault(task.family or "", []).append(task)
        names = [name for name in (drawn_from or candidates)() if len(by_family.get(name, ())) >= form.items]
        lessons = _lessons(names, form, folder, compiler, tell)
        tuning, stream_ = lessons[: form.tuning_skills], lessons[form.tuning_skills :]
        novel = {task.id: one.skill for one in stream_ for task in by_family[one.skill][: form.items]}
        known = [task for name in taught().base for task in by_family.get(name, ())]
        drawn = Random(SEED).sample(known, min(form.known, len(known)))
        kept = _canaries(canaries.tasks, form.canaries)
        tasks = [task for task in frozen.tasks if task.id in novel] + drawn + kept
        tell(f"posing {len(tasks)} items")
        write_atomically(folder / "questions.jsonl", dump_questions(pose(tasks, compiler, cache)))
        note = _Note(
            lessons=tuple(one.skill for one in stream_),
            tuning=tuple(one.skill for one in tuning),
            novel=novel,
            known=tuple(task.id for task in drawn),
            canaries=tuple(task.id for task in kept),
            seconds=core_seconds() - began,
        )
        write_atomically(folder / "course.json", msgspec.json.encode(note))
    return read_course(folder)


def read_course(folder: Path) -> Course:
    """A course that was made, here or on the machine with the compiler."""
    note = msgspec.json.decode((folder / "course.json").read_bytes(), type=_Note)
    by_id = {task.id: task for name in ("frozen", "canaries") for task in load_suite(name).tasks}
    tasks = [by_id[name] for name in (*note.novel, *note.known, *note.canaries)]

    def lesson(name: str) -> Lesson:
        return msgspec.json.decode(_path(folder, name).read_bytes(), type=Lesson)

    return Course(
        tuple(map(lesson, note.lessons)),
        tuple(map(lesson, note.tuning)),
        load_questions(folder / "questions.jsonl", tasks),
        note.novel,
        note.known,
        note.canaries,
        note.seconds,
    )


def _lessons(
    names: Sequence[str], form: Form, folder: Path, compiler: Compiler, tell: Callable[[str], None]
) -> list[Lesson]:
    """The first families that bear enough."""
    wanted, found = form.skills + form.tuning_skills, list[Lesson]()
    held_out = HeldOut.shipped()
    for name in names:
        path = _path(folder, name)
        if not path.is_file():
            tell(f"examples of {name} ({len(found)} of {wanted} skills)")
            made = make_lesson(name, form, compiler, held_out)
            write_atomically(path, msgspec.json.encode(made))
        lesson = msgspec.json.decode(path.read_bytes(), type=Lesson)
        if len(lesson.pairs) >= FEWEST * form.examples and len(lesson.practice) >= FEWEST * form.practice:
            found.append(lesson)
        if len(found) == wanted:
            return found
    raise EnvironmentFault(f"the templates bear {len(found)} skills, {wanted} are wanted: choose a smaller form")


def make_lesson(name: str, form: Form, compiler: Compiler, held_out: HeldOut) -> Lesson:
    """The lesson of one family; short where its templates bear little."""
    examples = _pairs(name, form.examples, lambda template: not set_aside(template), compiler, held_out)
    practice = _pairs(name, form.practice, set_aside, compiler, held_out)
    return Lesson(name, min(form.held_out, len(examples) // 4), tuple(examples), tuple(practice))


def _pairs(
    name: str, count: int, keep: Callable[[Template], bool], compiler: Compiler, held_out: HeldOut
) -> list[Pair]:
    """Different pairs whose answers the format can say, none near an item."""
    found: dict[str, Pair] = {}
    try:
        for pair in islice(stream("train", [name], SEED, compiler, keep=keep), MOST_TRIED * count):
            if pair.broken.digest not in found and _sayable(pair) and held_out.admits(pair.broken, pair.green):
                found[pair.broken.digest] = pair
                if len(found) == count:
                    break
    except UsageError:  # no template of this kind has a place for it
        return []
    return list(found.values())


def _sayable(pair: Pair) -> bool:
    return make_example(RepairContext(pair.broken, pair.diagnostic), pair.green, Origin.DREAM, "") is not None


def _example(pair: Pair, skill: str) -> Example:
    made = make_example(RepairContext(pair.broken, pair.diagnostic), pair.green, Origin.DREAM, skill)
    if made is None:
        raise UsageError(f"an example of {skill} cannot be said: remove the folder of this experiment and begin anew")
    return made


def _canaries(tasks: Sequence[Task], count: int) -> list[Task]:
    """Of families that the base model knows, then of those that library 0 knows."""
    learned = taught()
    ranked = [task for names in (learned.base, learned.library) for task in tasks if task.family in names]
    return ranked[:count]


def _path(folder: Path, name: str) -> Path:
    return folder / "lessons" / f"{name}.json"


def _rank(name: str) -> bytes:
    return hashlib.sha256(f"{SEED}/{name}".encode()).digest()
