"""How the owner mended errors in the past: of the states of a history, in order, each red one becomes an episode that
nobody worked on, and the next green one says how it was mended.
"""

import hashlib
import time
from typing import NamedTuple

from sleepy_coder.curation.owner import OwnerRepairs
from sleepy_coder.curation.repository import Commit
from sleepy_coder.episodes.episode import Episode, Reported
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature
from sleepy_coder.tasks.projects import Project
from sleepy_coder.tasks.verify import Verdict

NOBODY = "nobody"
"""The model of an episode that no model saw."""


class Counts(NamedTuple):
    """Red states, new errors in them, repairs kept, and those that compiler and policy accept as an answer."""

    red: int
    errors: int
    repairs: int
    usable: int


class PastRepairs:
    """Of one history of one crate, `origin` as episodes name it. Everything is kept as it is met."""

    def __init__(self, origin: str, store: EpisodeStore) -> None:
        self._origin, self._store = origin, store
        self._owner = OwnerRepairs()
        self.counts = Counts(0, 0, 0, 0)

    def look(self, project: Project, commit: Commit) -> None:
        """Take in the project as it was at `commit`."""
        errors = project.check_many([project.tree])[0].errors
        red, met, repairs, usable = self.counts
        if errors:
            fresh = self._owner.fresh(project.tree, errors)
            if fresh:
                self._owner.met(self._keep(project, commit.id, fresh), project.tree, errors)
            self.counts = Counts(red + 1, met + len(fresh), repairs, usable)
            return
        found = list(self._owner.green(project, f"git:{commit.id} {commit.author}"))
        for repair in found:
            self._store.add_repair(repair)
        fit = sum(repair.verdict in (Verdict.FIXED, Verdict.ADVANCED) for repair in found)
        self.counts = Counts(red, met, repairs + len(found), usable + fit)

    def _keep(self, project: Project, commit: str, fresh: tuple[Diagnostic, ...]) -> str:
        told = tuple(Reported(signature(error).key, error) for error in fresh)
        episode_id = f"git-{hashlib.sha256(f'{self._origin} {commit}'.encode()).hexdigest()[:20]}"
        if self._store.has(episode_id):  # the history was replayed before
            return episode_id
        episode = Episode(
            id=episode_id,
            started_at=time.time(),
            seconds=0.0,
            origin=self._origin,
            subject=f"commit {commit[:12]}",
            model=NOBODY,
            model_digest="",
            library=None,
            seed=0,
            before=project.tree,
            after=None,
            verdict=str(Verdict.BROKEN),
            errors=told,
            remaining=told,
            attempts=(),
        )
        self._store.add(episode)
        return episode_id
