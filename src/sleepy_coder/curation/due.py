"""Which skills are due tonight: the day's failures, grouped by the kind of break that makes rustc say the same.

rustc words one mistake in many ways (`i32`, `u8`, a slice, a Vec), and a specialist should know them all. What holds
them together is the operator that reproduces them: signatures that the same family of breaks yields are one skill.
An error that no break makes waits, because nothing could judge what was learned of it.

Skills are trained in the order of their expected gain: how often they failed, times the chance that a night helps. That
chance is the share of earlier nights on this skill that improved it, with one night more of which half did.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sleepy_coder.episodes.episode import FailureGroup
from sleepy_coder.registry.manifest import Manifest


@dataclass(frozen=True, slots=True)
class DueSkill:
    """A skill to train: its id, the breaks that its dreams are made by and how often each one's errors failed, the
    failed signatures, the episodes that failed, how many failures there are, and why it is due in words."""

    skill: str
    families: tuple[str, ...]
    signatures: tuple[str, ...]
    failures: int
    weights: tuple[int, ...] = ()
    episodes: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """The skills to train, most expected gain first, and for every other failed signature why it has to wait."""

    skills: tuple[DueSkill, ...]
    waiting: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the failures: how often each family of breaks made a failed signature in a trial, and for
    each skill whether each earlier night on it improved it."""

    reproduced: Mapping[str, Mapping[str, int]]
    tried: Mapping[str, Sequence[bool]]

    def chance(self, skill: str) -> float:
        """That another night on the skill helps."""
        tries = self.tried.get(skill, ())
        return (sum(tries) + 0.5) / (len(tries) + 1)


def due_skills(
    failures: Sequence[FailureGroup], known: Known, manifest: Manifest, *, min_failures: int, most_skills: int
) -> Due:
    """A signature that a skill of the library owns keeps that skill's id, so that the skill is trained on, not doubled.

    What is below `min_failures` is carried over: the failures are counted again on later nights.
    """
    owners = {key: skill for skill, entry in manifest.skills.items() for key in entry.signatures}
    groups: dict[str, list[tuple[FailureGroup, str]]] = {}
    waiting: dict[str, str] = {}
    for failure in failures:
        families = known.reproduced.get(failure.signature, {})
        if not families:
            waiting[failure.signature] = (
                "no break of green code reproduces it yet, so nothing could judge what was learned of it"
            )
            continue
        family = max(sorted(families), key=families.__getitem__)
        groups.setdefault(owners.get(failure.signature, family), []).append((failure, family))
    gains = {name: _failures(members) * known.chance(name) for name, members in groups.items()}
    skills: list[DueSkill] = []
    for name in sorted(groups, key=lambda name: (-gains[name], name)):
        members = groups[name]
        count = _failures(members)
        keys = tuple(sorted(failure.signature for failure, _ in members))
        if count < min_failures:
            waiting.update(dict.fromkeys(keys, f"only {count} of the {min_failures} failures that make a skill due"))
        elif len(skills) == most_skills:
            waiting.update(
                dict.fromkeys(keys, f"the budget is too short for another skill; expected gain {gains[name]:.1f}")
            )
        else:
            skills.append(_due(name, members, keys, known, gains[name]))
    return Due(tuple(skills), waiting)


def _due(
    name: str, members: Sequence[tuple[FailureGroup, str]], keys: tuple[str, ...], known: Known, gain: float
) -> DueSkill:
    count, tries = _failures(members), known.tried.get(name, ())
    weights: dict[str, int] = {}
    for failure, family in members:
        weights[family] = weights.get(family, 0) + failure.count
    past = f"{sum(tries)} of {len(tries)} earlier nights helped" if tries else "it was never tried"
    return DueSkill(
        skill=name,
        families=tuple(sorted(weights)),
        signatures=keys,
        failures=count,
        weights=tuple(weights[family] for family in sorted(weights)),
        episodes=tuple(sorted({episode for failure, _ in members for episode in failure.episodes})),
        why=f"due: {count} failures, {past}, expected gain {gain:.1f}",
    )


def _failures(members: Iterable[tuple[FailureGroup, str]]) -> int:
    return sum(failure.count for failure, _ in members)
