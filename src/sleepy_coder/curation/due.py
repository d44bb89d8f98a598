"""Which skills are due tonight: the day's failures, grouped by the kind of break that makes rustc say the same.

rustc words one mistake in many ways (`i32`, `u8`, a slice, a Vec), and a specialist should know them all. What holds
them together is the operator that reproduces them: signatures that the same family of breaks yields are one skill.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sleepy_coder.episodes.episode import FailureGroup
from sleepy_coder.registry.manifest import Manifest


@dataclass(frozen=True, slots=True)
class DueSkill:
    """A skill to train: its id, the breaks that its dreams are made by, the failed signatures, and how many failed."""

    skill: str
    families: tuple[str, ...]
    signatures: tuple[str, ...]
    failures: int


@dataclass(frozen=True, slots=True)
class Due:
    """The skills to train, most failures first, and for every other failed signature why it has to wait."""

    skills: tuple[DueSkill, ...]
    waiting: Mapping[str, str]


def due_skills(
    failures: Sequence[FailureGroup],
    reproduced: Mapping[str, Mapping[str, int]],
    manifest: Manifest,
    *,
    min_failures: int,
    most_skills: int,
) -> Due:
    """`reproduced` tells for each failed signature how often each family of breaks made it in a trial.

    A signature that a skill of the library owns keeps that skill's id, so that the skill is trained on, not doubled.
    """
    owners = {key: skill for skill, entry in manifest.skills.items() for key in entry.signatures}
    groups: dict[str, list[tuple[FailureGroup, str]]] = {}
    waiting: dict[str, str] = {}
    for failure in failures:
        families = reproduced.get(failure.signature, {})
        if not families:
            waiting[failure.signature] = "no break of green code reproduces it yet"
            continue
        family = max(sorted(families), key=families.__getitem__)
        groups.setdefault(owners.get(failure.signature, family), []).append((failure, family))
    ranked = sorted(groups.items(), key=lambda group: (-_failures(f for f, _ in group[1]), group[0]))
    skills: list[DueSkill] = []
    for skill, members in ranked:
        count = _failures(failure for failure, _ in members)
        keys = tuple(sorted(failure.signature for failure, _ in members))
        if count < min_failures:
            waiting.update(dict.fromkeys(keys, f"only {count} of the {min_failures} failures that make a skill due"))
        elif len(skills) == most_skills:
            waiting.update(dict.fromkeys(keys, "the night's budget is too short for another skill"))
        else:
            skills.append(DueSkill(skill, tuple(sorted({family for _, family in members})), keys, count))
    return Due(tuple(skills), waiting)


def _failures(groups: Iterable[FailureGroup]) -> int:
    return sum(group.count for group in groups)
