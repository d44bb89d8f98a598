"""The day, triggered by saves: look at the crate after each one, propose repairs for new errors, and remember how the
owner mends what was left.

    save → check → new errors → proposal (nothing is written) → episode
                 → all green  → the owner's own repairs, each reduced to what its error needed → store

Every look opens the project anew, so that new files and a changed manifest are seen; the compiler's work stays warm in
the private copy. While nothing is saved, nothing runs: the system tells of changes (inotify, FSEvents).
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import watch

from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.curation.owner import OwnerRepairs
from sleepy_coder.episodes.episode import Repair
from sleepy_coder.rust.crates.manifest import MANIFEST
from sleepy_coder.rust.crates.packages import SOURCE_FOLDERS
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.tasks.projects import Project

SETTLE_MILLISECONDS = 60  # editors write a file in several steps
STEP_MILLISECONDS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the project saw: all errors, those that are new, what is proposed for them, and what the owner
    had mended.
    """

    errors: tuple[Diagnostic, ...]
    fresh: tuple[Diagnostic, ...]
    outcome: Outcome | None
    repairs: tuple[Repair, ...]

    @property
    def green(self) -> bool:
        """Whether the compiler has nothing to say."""
        return not self.errors


@dataclass(slots=True)
class Watcher:
    """The memory between two looks.

    `opened` opens the project as it is now. `work` tries to repair it and keeps an episode, whose id it returns with
    the outcome: None if nothing is kept, as all errors lie in files of others, and then they stay new.
    """

    opened: Callable[[], AbstractContextManager[Project]]
    work: Callable[[Project], tuple[Outcome, str | None]]
    owner: OwnerRepairs = field(default_factory=OwnerRepairs)
    _seen: str = ""

    def look(self) -> Look | None:
        """None if the sources are those of the last look. Raises what opening raises: half-saved files, no manifest."""
        with self.opened() as project:
            if project.tree.digest == self._seen:
                return None
            self._seen = project.tree.digest
            errors = project.check_many([project.tree])[0].errors
            if not errors:
                return Look((), (), None, tuple(self.owner.green(project, "watch")))
            fresh = self.owner.fresh(project.tree, errors)
            if not fresh:
                return Look(errors, (), None, ())
            outcome, episode = self.work(project)
            if episode is not None:
                self.owner.met(episode, project.tree, errors)
            return Look(errors, fresh, outcome, ())

    def written(self) -> None:
        """The last look's repair was written: it is not the owner's, so nothing is to be learned from it."""
        self.owner = OwnerRepairs()


def saves(path: Path, stop: threading.Event | None = None) -> Iterator[None]:
    """One item as soon as saves are seen, and one after each burst of saves to sources or manifests at `path`, the
    folder of a crate or a file; endless until `stop` is set.
    """
    folder = path if path.is_dir() else path.parent
    places = [folder / name for name in SOURCE_FOLDERS if (folder / name).is_dir()] if path.is_dir() else []
    manifest = folder / MANIFEST
    if path.is_dir() and manifest.is_file():
        places.append(manifest)
    watching = False
    for changes in watch(
        *(places or [folder]),
        watch_filter=lambda change, name: _matters(Path(name), path),
        debounce=SETTLE_MILLISECONDS,
        step=STEP_MILLISECONDS,
        stop_event=stop,
        rust_timeout=STEP_MILLISECONDS,  # as often as the system is asked anyway: it says that the watch is set up
        yield_on_timeout=True,
        recursive=bool(places),
    ):
        if changes or not watching:
            watching = True
            yield None


def _matters(name: Path, path: Path) -> bool:
    """Whether a save of `name` is one of what is watched: of a single file, or of a crate's sources and manifests."""
    return name == path if path.is_file() else name.suffix == ".rs" or name.name == MANIFEST
