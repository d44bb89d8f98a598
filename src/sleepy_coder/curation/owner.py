"""What the owner mends: errors are remembered while they last, and when all is green again, each one's repair is kept.

The strongest examples there are: a real mistake, in the owner's own code, with the owner's own answer.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sleepy_coder.agent.order import place_key
from sleepy_coder.curation.reduction import reduce_repair
from sleepy_coder.episodes.episode import Repair, Reported
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import Project

REDUCTION_SECONDS = 120.0
"""For all that one green state mended: nothing else is looked at meanwhile, and the owner saves again. Where a check
takes a second, most changes of ten hunks are reduced in half of it."""

Place = tuple[str | None, str, str, str]


@dataclass(frozen=True, slots=True)
class _Open:
    """An error not mended yet, as it was last seen, and the episode in which it was first met."""

    episode: str
    tree: SourceTree
    errors: tuple[Diagnostic, ...]
    error: Diagnostic


@dataclass(slots=True)
class OwnerRepairs:
    """The open errors of one project, whose states are shown to it in their order."""

    _open: dict[Place, _Open] = field(default_factory=dict)

    def fresh(self, tree: SourceTree, errors: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Those errors of a red state that were not there before; the others are noted as they look now."""
        for error in errors:
            known = self._open.get(place_key(error, tree))
            if known is not None:
                self._open[place_key(error, tree)] = _Open(known.episode, tree, tuple(errors), error)
        return tuple(error for error in errors if place_key(error, tree) not in self._open)

    def met(self, episode: str, tree: SourceTree, errors: Sequence[Diagnostic]) -> None:
        """A red state that was worked on: its errors belong to that episode."""
        for error in errors:
            self._open.setdefault(place_key(error, tree), _Open(episode, tree, tuple(errors), error))

    def green(self, project: Project, source: str) -> Iterator[Repair]:
        """What mended each open error, now that the project's tree has none; nothing is open afterwards.

        `source` says where the states come from, as `Repair` keeps it. After `REDUCTION_SECONDS`, of which each error
        may take its share, a repair is kept as small as it has become.
        """
        began = time.monotonic()
        for number, one in enumerate(self._open.values(), start=1):
            until = began + REDUCTION_SECONDS * number / len(self._open)
            reduced = reduce_repair(project, one.tree, one.errors, one.error, project.tree, until)
            if reduced is not None:
                told = Reported(signature(one.error).key, one.error)
                yield Repair(one.episode, time.time(), source, told, one.tree, reduced.after, str(reduced.verdict))
        self._open.clear()
