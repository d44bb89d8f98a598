"""MAIN PATH 1, the day: something broken → its errors → who should answer → candidates → verdicts → episode.

    a suite    every task's errors, and what the compiler itself suggests, are looked at first; the questions that are
               left go to the model in batches; each task ends as an episode, whatever came of it
    a crate    the same for one project; `agent.apply` writes the repair, if the owner asked for that

Every attempt, good or bad, is in the episode: the night learns from the failures.
"""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sleepy_coder.agent.experience import experienced
from sleepy_coder.agent.fixer import fix
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.team import Team
from sleepy_coder.agent.waves import run
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.episodes.episode import Episode, new_episode_id
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.routing.router import Router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.projects import Project, TaskProject
from sleepy_coder.tasks.task import Task

TASKS_AT_A_TIME = 64


@dataclass(frozen=True, slots=True)
class Worked:
    """One task and what became of it."""

    task: Task
    outcome: Outcome


class Kept(NamedTuple):
    """What became of one crate or file, and the episode that tells of it (None where nothing was to be done here)."""

    outcome: Outcome
    episode: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """All that a day needs: who answers, how much may be tried, and where episodes are kept (None: nowhere).

    `router` replaces the library's own, for arms that ask one specialist, or none.
    """

    team: Team
    plan: Plan
    seed: int
    store: EpisodeStore | None
    router: Router | None = None

    def work_through(
        self,
        tasks: Sequence[Task],
        compiler: Compiler,
        *,
        origin: str,
        apart: Collection[str] = (),
        on_done: Callable[[Worked], None] = lambda worked: None,
    ) -> list[Worked]:
        """Work on every task; results in the order of the tasks. `on_done` hears of each as soon as it is kept; nothing
        is kept of those whose ids are in `apart`.

        Raises ModelBroken if a model is needed and cannot be loaded; what was finished by then is kept.
        """
        results: list[Worked] = []
        for start in range(0, len(tasks), TASKS_AT_A_TIME):
            chosen = tasks[start : start + TASKS_AT_A_TIME]

            def finished(index: int, outcome: Outcome, chosen: Sequence[Task] = chosen) -> None:
                if chosen[index].id not in apart:
                    self._keep(outcome, origin, chosen[index].id)
                on_done(Worked(chosen[index], outcome))

            projects = [TaskProject(task, compiler) for task in chosen]
            outcomes = self._fix_all(projects, finished)
            results += [Worked(task, outcome) for task, outcome in zip(chosen, outcomes, strict=True)]
        return results

    def work_on(self, project: Project, *, origin: str, subject: str) -> Kept:
        """Work on one crate or file; nothing of the owner's is written."""
        (outcome,) = self._fix_all([project], lambda index, outcome: None)
        return Kept(outcome, self._keep(outcome, origin, subject))

    def _router(self) -> Router:
        """The library's own, corrected by what the episodes tell of verified success."""
        if self.router is not None or self.store is None:
            return self.router or self.team.router
        return experienced(self.team.router, self.store.outcomes(), self.team.library_id, self.seed)

    def _fix_all(self, projects: Sequence[Project], finished: Callable[[int, Outcome], None]) -> list[Outcome]:
        router = self._router()
        fixers = [fix(project, self.plan, router) for project in projects]
        return run(fixers, self.team.model, seed=self.seed, on_done=finished)

    def _keep(self, outcome: Outcome, origin: str, subject: str) -> str | None:
        """Make an episode of it and return its id; what was in order from the start is none, nor is what only other
        packages have to mend."""
        if self.store is None or all(error.diagnostic.elsewhere is not None for error in outcome.errors):
            return None
        identity, episode = self.team.identity, new_episode_id()
        self.store.add(
            Episode(
                id=episode,
                started_at=time.time() - outcome.seconds,
                seconds=outcome.seconds,
                origin=origin,
                subject=subject,
                model=identity.id,
                model_digest=identity.digest,
                library=self.team.library_id,
                seed=self.seed,
                before=outcome.before,
                after=outcome.after,
                verdict=str(outcome.verdict),
                errors=outcome.errors,
                remaining=outcome.remaining,
                attempts=outcome.attempts,
            )
        )
        return episode


def plan_of(settings: Settings, stages: Sequence[int] | None = None) -> Plan:
    """How much work the settings allow for one fix."""
    return Plan(
        stages=tuple(settings.stages if stages is None else stages),
        attempts=settings.attempts,
        last_attempts=settings.last_attempts if settings.model == EMBEDDED else 0,
        suggestion_depth=settings.suggestion_depth,
        suggestion_checks=settings.suggestion_checks,
        max_rounds=settings.max_rounds,
        wall_seconds=settings.fix_wall_seconds,
    )
