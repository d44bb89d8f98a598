"""Every attempt, kept in SQLite: write-ahead log, one transaction per episode, readable by the owner alone.

A kill or a power cut at any instant leaves whole episodes only. Secrets are blanked out before anything is written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sleepy_coder.episodes.database import Database
from sleepy_coder.episodes.episode import AskedGroup, Attempt, Episode, FailureGroup, Mended, Repair, Reported
from sleepy_coder.episodes.rows import attempt_row, edits_of, episode_row, error_columns, repair_row, reported
from sleepy_coder.episodes.scrub import scrub
from sleepy_coder.rust.source import SourceTree


class EpisodeStore(Database):
    """The episodes in one file, and how their owner mended what they left. Raises what `Database` does."""

    def add(self, episode: Episode) -> None:
        """Keep `episode` without its secrets, whole or not at all.

        Raises ValueError for a taken id or an attempt on an unknown tree.
        """
        _check_trees(episode)
        episode = scrub(episode, episode.origin)
        trees = {tree.digest: tree for tree in (episode.before, episode.after) if tree is not None}
        trees |= {one.after.digest: one.after for one in episode.attempts if one.after is not None}
        with self._translated(), self._transaction() as run:
            if run("SELECT 1 FROM episode WHERE id = ?", (episode.id,)).fetchone():
                raise ValueError(f"episode {episode.id} is stored already")
            for tree in trees.values():
                self._add_tree(tree)
            run("INSERT INTO episode VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", episode_row(episode))
            for phase, errors in (("before", episode.errors), ("remaining", episode.remaining)):
                for ordinal, error in enumerate(errors):
                    row = (episode.id, phase, ordinal, *error_columns(error))
                    run("INSERT INTO error VALUES (?, ?, ?, ?, ?, ?)", row)
            for ordinal, attempt in enumerate(episode.attempts):
                run(
                    "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    attempt_row(episode.id, ordinal, attempt),
                )

    def has(self, episode_id: str) -> bool:
        """Whether an episode of this id is stored."""
        with self._translated():
            return self._run("SELECT 1 FROM episode WHERE id = ?", (episode_id,)).fetchone() is not None

    def add_repair(self, repair: Repair) -> None:
        """Keep how the owner mended an error of a stored episode; the same repair twice is one. Raises ValueError for
        an unknown episode.
        """
        with self._translated(), self._transaction() as run:
            owner = run("SELECT origin FROM episode WHERE id = ?", (repair.episode,)).fetchone()
            if owner is None:
                raise ValueError(f"there is no episode {repair.episode}")
            repair = scrub(repair, owner[0])
            same = (repair.episode, repair.before.digest, repair.after.digest, repair.error.signature)
            known = "SELECT 1 FROM repair WHERE (episode, before, after, signature) = (?, ?, ?, ?)"
            if run(known, same).fetchone():
                return
            for tree in (repair.before, repair.after):
                self._add_tree(tree)
            (ordinal,) = run("SELECT count(*) FROM repair WHERE episode = ?", (repair.episode,)).fetchone()
            run("INSERT INTO repair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", repair_row(ordinal, repair))

    def repairs(self, since: float = 0.0) -> tuple[Repair, ...]:
        """What the owner mended at or after `since` (seconds since 1970), oldest first."""
        with self._translated():
            trees: dict[str, SourceTree] = {}
            rows = self._run(
                """SELECT episode, at, source, before, after, signature, diagnostic, verdict FROM repair
                   WHERE at >= ? ORDER BY at, episode, ordinal""",
                (since,),
            ).fetchall()
            return tuple(
                Repair(
                    episode, at, source, reported(signature, diagnostic), self._tree(before, trees),
                    self._tree(after, trees), verdict,
                )
                for episode, at, source, before, after, signature, diagnostic, verdict in rows
            )  # fmt: skip

    def repaired(self, takes: Callable[[str], bool], until: float) -> Iterator[tuple[str, Repair]]:
        """Origin and repair of what the owner mended before `until` (seconds since 1970) in a way that compiler and
        policy accepted, newest first, of signatures that `takes` accepts. Trees are read of these alone."""
        with self._translated():
            rows = self._run(
                """SELECT origin, episode, at, source, repair.before, repair.after, signature, diagnostic,
                   repair.verdict FROM repair JOIN episode ON episode.id = episode
                   WHERE repair.verdict IN ('FIXED', 'ADVANCED') AND at <= ?
                   ORDER BY at DESC, episode DESC, ordinal DESC""",
                (until,),
            ).fetchall()
            for origin, episode, at, source, before, after, signature, diagnostic, verdict in rows:
                if takes(signature):
                    told, trees = reported(signature, diagnostic), dict[str, SourceTree]()
                    yield (
                        origin,
                        Repair(episode, at, source, told, self._tree(before, trees), self._tree(after, trees), verdict),
                    )

    def count(self) -> int:
        """How many episodes there are."""
        with self._translated():
            return int(self._run("SELECT count(*) FROM episode").fetchone()[0])

    def ids(self, since: float = 0.0) -> tuple[str, ...]:
        """Ids of the episodes that started at or after `since` (seconds since 1970), oldest first."""
        with self._translated():
            rows = self._run("SELECT id FROM episode WHERE started_at >= ? ORDER BY started_at, rowid", (since,))
            return tuple(row[0] for row in rows)

    def episodes(self, ids: Sequence[str]) -> tuple[Episode, ...]:
        """These episodes with all their attempts, in the order asked for; raises KeyError for an unknown id."""
        with self._translated():
            trees: dict[str, SourceTree] = {}
            return tuple(self._episode(episode_id, trees) for episode_id in ids)

    def mended(self, takes: Callable[[str], bool], until: float) -> Iterator[Mended]:
        """What attempts mended before `until` (seconds since 1970), newest first, of signatures that `takes` accepts:
        one for each tree and signature of an episode. Work on suites is left out, because suites are for measuring, and
        so are steps that only advanced where the episode ended with errors that it did not begin with: they may have
        come of that step.
        """
        with self._translated():
            rows = self._run(
                """SELECT attempt.episode, started_at, origin, stage, attempt.before, attempt.after, signature,
                   diagnostic FROM attempt JOIN episode ON episode.id = attempt.episode
                   WHERE attempt.verdict IN ('FIXED', 'ADVANCED') AND attempt.after IS NOT NULL
                   AND origin NOT LIKE 'suite:%' AND started_at <= ?
                   AND ('FIXED' IN (attempt.verdict, episode.verdict) OR NOT EXISTS (
                       SELECT signature FROM error WHERE episode = episode.id AND phase = 'remaining'
                       EXCEPT SELECT signature FROM error WHERE episode = episode.id AND phase = 'before'))
                   ORDER BY started_at DESC, attempt.episode, attempt.verdict <> 'FIXED', ordinal""",
                (until,),
            ).fetchall()
            seen = set()
            for episode, at, origin, stage, before, after, signature, diagnostic in rows:
                if takes(signature) and (episode, before, signature) not in seen:
                    seen.add((episode, before, signature))
                    yield Mended(
                        episode, at, origin, stage, reported(signature, diagnostic), self._tree(before, {}),
                        self._tree(after, {}),
                    )  # fmt: skip

    def greens(self, until: float) -> dict[str, SourceTree]:
        """The newest state without errors of each of the owner's crates and files before `until` (seconds since 1970),
        the crate that was mended last first."""
        with self._translated():
            rows = self._run(
                """SELECT origin, after FROM (
                       SELECT origin, after, started_at AS at FROM episode WHERE verdict = 'FIXED'
                       UNION SELECT origin, repair.after, repair.at FROM repair JOIN episode ON episode.id = episode
                       WHERE repair.verdict = 'FIXED')
                   WHERE after IS NOT NULL AND (origin LIKE 'crate:%' OR origin LIKE 'file:%') AND at <= ?
                   ORDER BY at DESC, after""",
                (until,),
            ).fetchall()
            newest: dict[str, str] = {}
            for origin, after in rows:
                newest.setdefault(origin, after)
            return {origin: self._tree(after, {}) for origin, after in newest.items()}

    def failures(
        self, since: float = 0.0, taught: Mapping[str, float] | None = None, until: float = float("inf")
    ) -> tuple[FailureGroup, ...]:
        """What went wrong from `since` and before `until` (seconds since 1970), by signature, the most frequent first.
        Of a signature in `taught`, only what went wrong after the time given there. Episodes that began with the same
        sources count as one failure.

        An episode stands once for each signature among its remaining errors; where none remains and it is not FIXED all
        the same (its behaviour changed, say), among the errors it began with. Errors that came in the place of one that
        the owner's repair alone made green were the agent's doing: that one counts, they do not.
        """
        groups: dict[str, FailureGroup] = {}
        begun: dict[str, set[str]] = {}
        with self._translated():
            rows = self._run(
                """WITH failed AS (SELECT *, rowid AS number FROM episode
                            WHERE verdict <> 'FIXED' AND started_at >= ? AND started_at < ?),
                        spoilt AS (SELECT DISTINCT failed.id, repair.signature FROM failed
                            JOIN repair ON repair.episode = failed.id AND repair.before = failed.before
                            WHERE repair.verdict = 'FIXED' AND repair.signature NOT IN (
                                SELECT signature FROM error WHERE episode = failed.id AND phase = 'remaining'))
                   SELECT DISTINCT error.signature, error.code, failed.id, failed.started_at,
                       failed.before, failed.number
                   FROM failed JOIN error ON error.episode = failed.id
                   WHERE CASE WHEN failed.id IN (SELECT id FROM spoilt)
                       THEN (failed.id, error.signature) IN spoilt OR (
                           SELECT count(DISTINCT phase) FROM error AS other
                           WHERE other.episode = failed.id AND other.signature = error.signature) = 2
                       ELSE error.phase = (SELECT max(phase) FROM error AS other WHERE other.episode = failed.id) END
                   ORDER BY failed.started_at, failed.number""",
                (since, until),
            )
            for signature, code, episode_id, started_at, before, _ in rows:
                if started_at < (taught or {}).get(signature, 0.0):
                    continue
                earlier = groups[signature].episodes if signature in groups else ()
                sources = begun.setdefault(signature, set())
                sources.add(before)
                groups[signature] = FailureGroup(signature, code, (*earlier, episode_id), len(sources))
        return tuple(sorted(groups.values(), key=lambda group: (-group.count, group.signature)))

    def outcomes(self) -> tuple[AskedGroup, ...]:
        """How often each specialist, and the base model (skill None), was asked about a signature under a library
        version, and in how many of these some candidate was FIXED or ADVANCED."""
        with self._translated():
            rows = self._run(
                """SELECT signature, adapter, library, count(*), sum(good) FROM (
                       SELECT attempt.signature, adapter, library,
                              max(attempt.verdict IN ('FIXED', 'ADVANCED')) AS good
                       FROM attempt JOIN episode ON episode.id = attempt.episode
                       WHERE stage > 0 GROUP BY episode, attempt.signature, attempt.before, adapter)
                   GROUP BY signature, adapter, library"""
            )
            return tuple(AskedGroup(*row) for row in rows)

    def _episode(self, episode_id: str, trees: dict[str, SourceTree]) -> Episode:
        row = self._run("SELECT * FROM episode WHERE id = ?", (episode_id,)).fetchone()
        if row is None:
            raise KeyError(episode_id)
        *plain, before, after, verdict = row
        errors: dict[str, list[Reported]] = {"before": [], "remaining": []}
        for phase, signature, diagnostic in self._run(
            "SELECT phase, signature, diagnostic FROM error WHERE episode = ? ORDER BY ordinal", (episode_id,)
        ):
            errors[phase].append(reported(signature, diagnostic))
        attempts = self._run(
            """SELECT stage, adapter, before, after, signature, diagnostic, prompt_digest, edits, answer, tokens,
               seconds, verdict, evidence FROM attempt WHERE episode = ? ORDER BY ordinal""",
            (episode_id,),
        )
        values = (
            *plain,
            self._tree(before, trees),
            None if after is None else self._tree(after, trees),
            verdict,
            tuple(errors["before"]),
            tuple(errors["remaining"]),
            tuple(self._attempt(attempt, trees) for attempt in attempts.fetchall()),
        )
        return Episode(*values)

    def _attempt(self, row: Sequence[Any], trees: dict[str, SourceTree]) -> Attempt:
        stage, adapter, before, after, signature, diagnostic, prompt_digest, edits, *rest = row
        return Attempt(
            stage,
            adapter,
            before,
            None if after is None else self._tree(after, trees),
            reported(signature, diagnostic),
            prompt_digest,
            edits_of(edits),
            *rest,
        )


def _check_trees(episode: Episode) -> None:
    known = {tree.digest for tree in (episode.before, episode.after) if tree is not None}
    for number, attempt in enumerate(episode.attempts):
        if attempt.before_digest not in known:
            raise ValueError(f"attempt {number} starts from a tree that neither episode nor earlier attempt holds")
        if attempt.after is not None:
            known.add(attempt.after.digest)
