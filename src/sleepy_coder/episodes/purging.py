"""Taking episodes out of the store for good: rows, sources and the bytes that they left in the file."""

from collections.abc import Callable
from typing import NamedTuple

from sleepy_coder.episodes.database import Database

_USED = """SELECT before FROM episode UNION SELECT after FROM episode WHERE after IS NOT NULL
    UNION SELECT before FROM attempt UNION SELECT after FROM attempt WHERE after IS NOT NULL
    UNION SELECT before FROM repair UNION SELECT after FROM repair"""


class Purged(NamedTuple):
    """What went: the ids of the episodes, where they came from, and how many repairs by the owner."""

    episodes: tuple[str, ...]
    origins: tuple[str, ...]
    repairs: int


class PurgingStore(Database):
    """The episode store, opened to remove something. Raises what `Database` does."""

    def purge(self, takes: Callable[[str], bool]) -> Purged:
        """Remove all episodes whose origin ("crate:PATH", say) `takes` accepts, in one transaction; then overwrite what
        they left in the file and its log."""
        with self._translated():
            self._run("PRAGMA secure_delete = ON")
            with self._transaction() as run:
                rows = run("SELECT id, origin FROM episode ORDER BY rowid").fetchall()
                rows = [(str(name), str(origin)) for name, origin in rows if takes(origin)]
                (repairs,) = run("SELECT count(*) FROM repair").fetchone()
                for name, _ in rows:
                    run("DELETE FROM episode WHERE id = ?", (name,))
                (left,) = run("SELECT count(*) FROM repair").fetchone()
                run(f"DELETE FROM tree_file WHERE tree NOT IN ({_USED})")
                run(f"DELETE FROM tree WHERE digest NOT IN ({_USED})")
                run("DELETE FROM blob WHERE digest NOT IN (SELECT blob FROM tree_file)")
            if rows:
                self._run("VACUUM")
            self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        return Purged(tuple(name for name, _ in rows), tuple(sorted({where for _, where in rows})), repairs - left)
