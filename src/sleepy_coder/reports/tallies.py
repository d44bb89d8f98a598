"""Counts over recorded items: how many passed before and after, by skill and by family, night by night.

Nothing is measured here; every number is a count of what records hold.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sleepy_coder.registry.night_record import NOT_MERGED, ItemRecord, NightRecord

PASSED = "FIXED"
BASE = "base model"


@dataclass(frozen=True, slots=True)
class PassTally:
    """Items of one skill or family: how many there are, and how many pass with either library."""

    name: str
    group: str
    total: int
    before: int
    after: int
    gained: int
    lost: int

    @property
    def before_fraction(self) -> float:
        return self.before / self.total

    @property
    def after_fraction(self) -> float:
        return self.after / self.total


@dataclass(frozen=True, slots=True)
class RouteTally:
    """Items of one family that go the same way: to `before` with the incumbent, to `after` with the candidate."""

    family: str
    before: str
    after: str
    total: int
    passed_before: int
    passed_after: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of a skill's items passed with the library that was served after a night."""

    passed: int
    total: int

    @property
    def fraction(self) -> float:
        return self.passed / self.total


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One night: `cells` in the order of the matrix's skills, None where the night judged no item of that skill."""

    label: str
    outcome: str
    trained: tuple[str, ...]
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Night × skill. The first row is the library before the first of these nights."""

    skills: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def passed(verdict: str) -> bool:
    """Whether a stored verdict counts as a repair."""
    return verdict == PASSED


def by_skill(items: Iterable[ItemRecord]) -> tuple[PassTally, ...]:
    """One line for each skill, trained ones first, then by name. An item belongs to the skill that it is about, else to
    the one that answered it; the rest is the base model's."""
    return _tallies(items, lambda item: item.skill or item.route_before or BASE)


def by_family(items: Iterable[ItemRecord]) -> tuple[PassTally, ...]:
    """One line for each family."""
    return _tallies(items, lambda item: item.family)


def by_group(items: Iterable[ItemRecord]) -> tuple[PassTally, ...]:
    """One line for each of trained, old and canary."""
    return _tallies(items, lambda item: item.group)


def routes(items: Iterable[ItemRecord]) -> tuple[RouteTally, ...]:
    """Where each family's errors go, before and after; families whose way changed come first."""
    groups: dict[tuple[str, str, str], list[ItemRecord]] = {}
    for item in items:
        way = (item.family, item.route_before or BASE, item.route_after or BASE)
        groups.setdefault(way, []).append(item)
    found = [
        RouteTally(*way, len(members), sum(passed(i.before) for i in members), sum(passed(i.after) for i in members))
        for way, members in groups.items()
    ]
    return tuple(sorted(found, key=lambda line: (line.before == line.after, line.family, line.before, line.after)))


def gained(items: Iterable[ItemRecord]) -> tuple[ItemRecord, ...]:
    """Items that pass with the candidate alone."""
    return tuple(item for item in items if passed(item.after) and not passed(item.before))


def lost(items: Iterable[ItemRecord]) -> tuple[ItemRecord, ...]:
    """Items that pass with the incumbent alone."""
    return tuple(item for item in items if passed(item.before) and not passed(item.after))


def merged(night: NightRecord) -> tuple[str, ...]:
    """The skills that the night's candidate is about: those that were trained and merged. A retrial trained none, and
    asks again about those of an earlier night."""
    if night.retrial:
        return tuple(sorted({item.skill for item in night.items if item.group == "trained" and item.skill is not None}))
    return tuple(skill.skill for skill in night.skills if skill.fate != NOT_MERGED)


def forgetting(nights: Sequence[NightRecord]) -> Matrix:
    """What each night left behind, skill by skill: after a promotion the candidate's results, else the incumbent's."""
    judged = [night for night in nights if night.items]
    if not judged:
        return Matrix((), ())
    order = {tally.name: tally for night in judged for tally in by_skill(night.items)}
    skills = tuple(sorted(order, key=lambda name: (_first_trained(judged, name), name)))
    rows = [_matrix_row("before", "", (), skills, judged[0], served_after=False)]
    rows += [
        _matrix_row(f"night {night.number}", night.outcome, merged(night), skills, night, night.promoted)
        for night in judged
    ]
    return Matrix(skills, tuple(rows))


def _tallies(items: Iterable[ItemRecord], name_of: Callable[[ItemRecord], str]) -> tuple[PassTally, ...]:
    groups: dict[str, list[ItemRecord]] = {}
    for item in items:
        groups.setdefault(name_of(item), []).append(item)
    found = [
        PassTally(
            name=name,
            group="trained" if any(item.group == "trained" for item in members) else members[0].group,
            total=len(members),
            before=sum(passed(item.before) for item in members),
            after=sum(passed(item.after) for item in members),
            gained=len(gained(members)),
            lost=len(lost(members)),
        )
        for name, members in groups.items()
    ]
    return tuple(sorted(found, key=lambda tally: (tally.group != "trained", tally.name)))


def _first_trained(nights: Sequence[NightRecord], name: str) -> int:
    trained = (index for index, night in enumerate(nights) if name in merged(night))
    return next(trained, len(nights))


def _matrix_row(
    label: str, outcome: str, trained: tuple[str, ...], skills: Sequence[str], night: NightRecord, served_after: bool
) -> MatrixRow:
    tallies = {tally.name: tally for tally in by_skill(night.items)}
    cells = [
        Cell(tally.after if served_after else tally.before, tally.total) if tally is not None else None
        for tally in (tallies.get(skill) for skill in skills)
    ]
    return MatrixRow(label, outcome, trained, tuple(cells))
