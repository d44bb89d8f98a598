"""Days as nights see them: what stayed broken, and how the owner mended some of it."""

import time
from collections.abc import Sequence

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.curation.alike import shape
from sleepy_coder.curation.owner import OwnerRepairs
from sleepy_coder.day import Day, Kept
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.episodes.episode import Episode, Repair, Reported, new_episode_id
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.paths import Paths
from sleepy_coder.rust.signature import signature
from sleepy_coder.tasks.projects import CrateProject, TaskProject
from sleepy_coder.training.example import Origin, make_example


def keep_failures(paths: Paths, pairs: Sequence[Pair], *, origin: str, seed: int = 0, mended: int = 0) -> None:
    """A day on which nobody could mend these; afterwards the owner mended the first `mended` of them."""
    with EpisodeStore(paths.episodes_db) as store:
        for number, pair in enumerate(pairs):
            error = Reported(signature(pair.diagnostic).key, pair.diagnostic)
            episode = Episode(
                id=new_episode_id(),
                started_at=time.time(),
                seconds=0.0,
                origin=origin,
                subject=pair.template,
                model=EMBEDDED,
                model_digest="",
                library=None,
                seed=seed,
                before=pair.broken,
                after=None,
                verdict="BROKEN",
                errors=(error,),
                remaining=(error,),
                attempts=(),
            )
            store.add(episode)
            if number < mended:
                repair = Repair(episode.id, time.time(), "watch", error, pair.broken, pair.green, "FIXED")
                store.add_repair(repair)


def mended_at_last(
    day: Day, store: EpisodeStore, project: CrateProject | TaskProject, pair: Pair, *, origin: str, subject: str
) -> Kept:
    """The day's work on a project that is broken as in `pair`; what it could not mend its owner does, by the original,
    and the store remembers that as `watch` would."""
    kept = day.work_on(project, origin=origin, subject=subject)
    if not kept.outcome.fixed and kept.episode is not None:
        owner = OwnerRepairs()
        owner.met(kept.episode, pair.broken, [error.diagnostic for error in kept.outcome.errors])
        project.tree = pair.green
        for repair in owner.green(project, "watch"):
            store.add_repair(repair)
    return kept


def shape_of(pair: Pair) -> frozenset[int]:
    """What the example that a pair would make is compared by; empty if it makes none."""
    example = make_example(RepairContext(pair.broken, pair.diagnostic), pair.green, Origin.HUMAN, "")
    return frozenset() if example is None else shape(example.messages, example.answer)
