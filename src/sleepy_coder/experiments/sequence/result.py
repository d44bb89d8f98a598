"""The result file: a summary over all seeds, and of each seed what the summary needs, so that seeds can be added one
sitting at a time. What was tuned is in it too, and is the same for all of them.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from sleepy_coder.durable import write_result
from sleepy_coder.embedded.location import model_folder
from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.sequence.arms import ARMS, NAMES
from sleepy_coder.experiments.sequence.cost import Spent, cost
from sleepy_coder.experiments.sequence.course import Course
from sleepy_coder.experiments.sequence.form import Form
from sleepy_coder.experiments.sequence.judged import Ends, Flips, Judged
from sleepy_coder.experiments.sequence.kept import key_of
from sleepy_coder.experiments.sequence.learners.share import library_zero_digest
from sleepy_coder.experiments.sequence.record import arm_row, by_arm, claims
from sleepy_coder.experiments.sequence.state import origin
from sleepy_coder.experiments.sequence.tuning import Trial, Tuned
from sleepy_coder.lm.loading.weights import digest_of
from sleepy_coder.rust.compiler import Compiler

SCHEMA = "sleepy-coder/sequential/3"

Kept = TypeVar("Kept", bound=msgspec.Struct)

_NOT_ASKED = "-"
_INSTEAD = "name another file with --out, or move this one away to measure all anew"


class _Arm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One arm of one seed. `passed` has a row for each night, with the counts of all skills in the stream's order;
    `trained` is the numbers trained on each night; `scaled` is the counts at the end, by setting. All in words, as a
    list would take a line for each number."""

    setting: str
    passed: tuple[str, ...]
    known: Ends
    canaries: Ends
    lost_canaries: tuple[str, ...]
    flips: dict[str, Flips]
    trained: str
    expanded: tuple[str, ...]
    opened: int
    scaled: dict[str, str]
    drift: float | None


class Seed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One seed as it was measured: when, by which code, and what came out."""

    order: tuple[str, ...]
    items: int
    arms: dict[str, _Arm]
    spent: Spent
    provenance: dict[str, Any]

    def judged(self, number: int) -> list[Judged]:
        """The streams of this seed."""
        return [self._judged(number, name, arm) for name, arm in self.arms.items()]

    def _judged(self, number: int, name: str, arm: _Arm) -> Judged:
        return Judged(
            arm=name,
            seed=number,
            setting=arm.setting,
            order=self.order,
            items=self.items,
            passed=tuple(tuple(None if n == _NOT_ASKED else int(n) for n in row.split()) for row in arm.passed),
            known=arm.known,
            canaries=arm.canaries,
            lost_canaries=arm.lost_canaries,
            flips=arm.flips,
            trained=tuple(map(int, arm.trained.split())),
            expanded=arm.expanded,
            opened=arm.opened,
            scaled={setting: tuple(map(int, row.split())) for setting, row in arm.scaled.items()},
            drift=arm.drift,
        )


class Tuning(msgspec.Struct, frozen=True):
    """What was tried on which skills, before the first seed."""

    skills: tuple[str, ...]
    trials_per_arm: int
    trials: tuple[Trial, ...]


class Measured(msgspec.Struct, frozen=True):
    """What a result file holds besides its summary."""

    conditions: dict[str, Any]
    tuning: Tuning
    streams: dict[int, Seed]

    @property
    def tuned(self) -> Tuned:
        """What was chosen for all seeds."""
        return Tuned(self.tuning.trials)


def seed_of(judged: Iterable[Judged], spent: Spent, provenance: Mapping[str, Any]) -> Seed:
    """The streams of one seed as the file holds them."""
    by_name = {one.arm: one for one in judged}
    streams = [by_name[name] for name in NAMES if name in by_name]
    arms = {
        one.arm: _Arm(
            setting=one.setting,
            passed=tuple(" ".join(_NOT_ASKED if n is None else str(n) for n in night) for night in one.passed),
            known=one.known,
            canaries=one.canaries,
            lost_canaries=one.lost_canaries,
            flips=dict(one.flips),
            trained=" ".join(map(str, one.trained)),
            expanded=one.expanded,
            opened=one.opened,
            scaled={setting: " ".join(map(str, row)) for setting, row in one.scaled.items()},
            drift=one.drift,
        )
        for one in streams
    }
    came = {what: value for what, value in provenance.items() if what != "run"}  # one seed is no run, full or quick
    return Seed(streams[0].order, streams[0].items, arms, spent, came)


def conditions(form: Form, course: Course, compiler: Compiler) -> dict[str, Any]:
    """All seeds of one file have these in common. The code that learns and answers may differ from seed to seed: each
    tells by which it was measured."""
    lessons = [one.digest for one in (*course.lessons, *course.tuning)]
    practice = [pair.broken.digest for one in course.tuning for pair in one.practice]
    items = (*course.novel, *course.known, *course.canaries)
    return {
        "form": form.size,
        "model": digest_of(model_folder()),
        "library": key_of((library_zero_digest(),)),
        "rustc": compiler.toolchain.version,
        "course": key_of((*lessons, *practice, *items)),
        "settings": key_of([f"{name}: {setting}" for name, arm in ARMS.items() for setting in arm.grid]),
    }


def read(path: Path | None, kind: type[Kept]) -> Kept | None:
    """What an earlier run left there; None where nothing is kept. Raises UsageError for another file."""
    if path is None or not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except msgspec.DecodeError as error:
        raise UsageError(f"{path.name} holds nothing that can be added to: {_INSTEAD}") from error


def check(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Raise UsageError for other conditions."""
    different = [key for key in wanted if found.get(key) != wanted[key]]
    if different:
        raise UsageError(f"what the file holds was measured with another {' and '.join(different)}: {_INSTEAD}")


def record(measured: Measured, course: Course, form: Form, compiler: Compiler) -> dict[str, Any]:
    """What `results/sequential.json` holds: without any seed, what was tuned."""
    streams = measured.streams
    return {
        "schema": SCHEMA,
        "form": form.name,
        "skills": len(course.lessons),
        "seeds": len(streams),
        "merges": len(course.lessons),
        "skill_names": [one.skill for one in course.lessons],
        "items": {"novel": len(course.novel), "known": len(course.known), "canaries": len(course.canaries)},
        **(_summary(streams, course, form) if streams else {}),
        **msgspec.to_builtins(measured, str_keys=True),
        "provenance": origin(form, sorted(streams), compiler, whole={*streams} >= {*form.seeds}),
    }


def _summary(streams: Mapping[int, Seed], course: Course, form: Form) -> dict[str, Any]:
    judged = by_arm(one for number, seed in streams.items() for one in seed.judged(number))
    found = {**claims(judged), "arms": {name: arm_row(name, judged) for name in judged}}
    if judged.keys() >= ARMS.keys():  # of fewer arms nothing follows for the full run
        pairs = sum(len(one.pairs) + len(one.practice) for one in (*course.lessons, *course.tuning))
        found["cost"] = cost([one.spent for one in streams.values()], course.seconds, pairs, form)
        for name, arm in ARMS.items():
            found["arms"][name]["tokens_per_skill"] = found["cost"]["learners"][arm.learner]["tokens_per_night"]
    return found


def write(path: Path | None, result: Mapping[str, Any]) -> None:
    """Keep what there is so far, where it is to be kept."""
    if path is not None:
        write_result(path, result)
