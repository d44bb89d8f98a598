"""Days as nights see them: what stayed broken, and how the owner mended some of it."""

import time
from collections.abc import Sequence

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.episodes.episode import Episode, Repair, Reported, new_episode_id
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.rust.signature import signature
from sleepy_coder.settings import Paths


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
