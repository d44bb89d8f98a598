"""Versions of the skill library as folders of files: published whole, switched atomically, never changed afterwards.

    library/<version>/    library.json, *.safetensors, SHA256SUMS (`sha256sum -c` checks it), archive/
    library/current       the name of the version that is served
    library/history.jsonl what happened, see `history`
    library/.incoming-*   a copy in the making; a crash may leave one, the next writer removes it

A version is named by its content, so publishing twice is harmless and the same tensors never have two names.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import msgspec

from sleepy_coder.durable import folder_bytes, fsync_folder, storage_fault, write_atomically
from sleepy_coder.errors import ModelBroken, Superseded, UsageError
from sleepy_coder.registry.history import (
    Action,
    Event,
    HistoryNode,
    append_event,
    asked_before,
    history_node,
    now,
    read_events,
    served_in_turn,
)
from sleepy_coder.registry.lock import hold
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.registry.version import (
    SUMS,
    Version,
    advice_instead_of,
    copy_files,
    digest_files,
    is_version,
    verified,
    version_name,
)

_LOCK_WAIT_SECONDS = 30.0


class Registry:
    """All versions under `home/library`. Readers need no lock; every change is made under one.

    Methods raise SpaceProblem or StoreProblem when the disk refuses, Busy when another writer does not finish.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "library"
        self._current_file = self.folder / "current"
        self._history_file = self.folder / "history.jsonl"

    def versions(self) -> tuple[str, ...]:
        """Names of all published versions, in the order in which they were published."""
        if not self.folder.is_dir():
            return ()
        present = {path.name for path in self.folder.iterdir() if is_version(path.name)}
        order = list(dict.fromkeys(event.version for event in self.events()))
        return tuple(sorted(present, key=lambda name: (order.index(name) if name in order else len(order), name)))

    def current_id(self) -> str | None:
        """The name of the version that is served; None before the first one is installed.

        Where the file is damaged or gone, the history knows. Raises ModelBroken if neither does, StoreProblem for a
        file that cannot be read.
        """
        try:
            name = self._current_file.read_bytes().strip().decode("ascii", "replace")
        except FileNotFoundError:
            return self._last_served()
        except OSError as error:
            raise storage_fault(error, self._current_file) from error
        if is_version(name):
            return name
        if (served := self._last_served()) is None:
            raise ModelBroken(f"{self._current_file} is damaged: remove it, and the package's own library is served")
        return served

    def current(self) -> Version | None:
        """The version that is served, verified; raises ModelBroken if it is damaged."""
        name = self.current_id()
        if name is not None and name not in self.versions():
            raise ModelBroken(
                f"{self._current_file} names {name!r}, which is not there: {advice_instead_of(self.folder / name)}"
            )
        return None if name is None else self.load(name)

    def load(self, version: str) -> Version:
        """`version`, or the one version whose name begins so, with every file checked against its digest.

        Raises UsageError for a name that fits no version or several, ModelBroken for a damaged one.
        """
        matches = [name for name in self.versions() if version and name.startswith(version)]
        if len(matches) != 1:
            problem = "names several versions" if matches else "is not in the library"
            raise UsageError(f"version {version!r} {problem}: `sleepy-coder history` lists them")
        return verified(self.folder / matches[0])

    def verify(self, version: str) -> Version:
        """The same as `load`: there is no way to load a version unverified."""
        return self.load(version)

    def publish(self, staging: Path, parent: str | None, night: str | None = None) -> Version:
        """Copy the finished library in `staging` into the registry as a version that is not served yet.

        The copy takes its name by one rename, after all of it is on the disk. Raises ModelBroken for a folder that is
        not a library or holds files other than JSON and safetensors, ValueError if the manifest names other parents.
        """
        manifest = read_manifest(staging)
        if manifest.parents != (() if parent is None else (parent,)):
            raise ValueError(f"the manifest names the parents {manifest.parents}, not {parent}")
        with self._writing():
            return self._publish(staging, night)

    def install_initial(self, source: Path) -> Version:
        """The current version; on first use, the library in `source` (part of the package), published and served."""
        with self._writing():
            if self.current_id() is None:
                self._serve(self._publish(source, None), Event(at=now(), action="install", version=""))
        return self._current_or_fail()

    def promote(
        self,
        version: str,
        *,
        night: str | None = None,
        decision: Mapping[str, Any] | None = None,
        reason: str = "",
        instead_of: str | None = None,
    ) -> Version:
        """Serve `version` from now on; it is verified first.

        Raises Superseded if `instead_of` is given and another version is served by now.
        """
        with self._writing():
            found = self.load(version)
            if instead_of is not None and self.current_id() != instead_of:
                raise Superseded(f"{self.current_id()} is served by now, not {instead_of}: nothing was changed")
            self._serve(found, _event("promote", found.id, night, decision, reason))
        return found

    def refuse(
        self,
        version: str,
        outcome: Literal["keep", "undecided"],
        *,
        night: str | None = None,
        decision: Mapping[str, Any] | None = None,
        reason: str = "",
    ) -> None:
        """Record that the gate did not let `version` through; what is served stays."""
        with self._writing():
            append_event(self._history_file, _event(outcome, version, night, decision, reason))

    def rollback(self) -> Version:
        """Serve again what was served before the last promotion; raises UsageError if nothing was."""
        with self._writing():
            stack = served_in_turn(self.events())
            if len(stack) < 2:
                raise UsageError(
                    "there is no earlier version to roll back to: `sleepy-coder history` shows what there is"
                )
            found = self.load(stack[-2])
            self._serve(found, _event("rollback", found.id, None, None, f"instead of {stack[-1]}"))
        return found

    def served(self) -> tuple[str, ...]:
        """What was served one after another on the way to what is served now, without what was rolled back."""
        return served_in_turn(self.events())

    def remove(self, version: str, *, reason: str) -> int:
        """Delete a version's files and give their size in bytes; what happened to it stays in the history.

        Raises UsageError for the version that is served.
        """
        with self._writing():
            if version == self.current_id():
                raise UsageError(f"{version} is served: promote or roll back to another version first")
            folder = self.folder / version
            size = folder_bytes(folder)
            append_event(self._history_file, _event("remove", version, None, None, reason))
            gone = self.folder / f".incoming-removed-{version}"  # a crash from here on is tidied up by the next writer
            folder.rename(gone)
            shutil.rmtree(gone)
        return size

    def events(self) -> tuple[Event, ...]:
        """Everything that happened, oldest first."""
        return read_events(self._history_file)

    def history(self) -> tuple[HistoryNode, ...]:
        """The tree of versions, oldest first; manifests are read, but tensors are not verified."""
        events, current = self.events(), self.current_id()
        return tuple(history_node(self.folder / name, events, is_current=name == current) for name in self.versions())

    def night_number(self, night: str) -> int:
        """1 + how many other nights asked a gate before: what a night's seeds are drawn by."""
        return asked_before(self.events(), lambda event: event.night, night) + 1

    def decided(self, night: str) -> bool:
        """Whether this night's decision is in the history."""
        return any(event.night == night and event.decision is not None for event in self.events())

    def candidate_number(self, version: str) -> int:
        """1 + how many other versions were put to a gate before: the n by which the gate spends its error budget."""
        return asked_before(self.events(), lambda event: event.version, version) + 1

    def pending(self, most_nights: int) -> Version | None:
        """The newest candidate of the served version that the gate has left undecided, on fewer nights than that.

        A damaged candidate is none: nobody serves it, and it must not keep later nights from learning.
        """
        current, events = self.current_id(), self.events()
        last = next((event for event in reversed(events) if event.decision is not None), None)
        if last is None or last.action != "undecided" or last.version not in self.versions():
            return None
        asked = {event.night for event in events if event.version == last.version and event.decision is not None}
        try:
            candidate = self.load(last.version)
        except ModelBroken:
            return None
        return candidate if current in candidate.manifest.parents and len(asked) < most_nights else None

    def _current_or_fail(self) -> Version:
        found = self.current()
        if found is None:
            raise ModelBroken(f"{self._current_file} has vanished: run the command again")
        return found

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with hold(self.folder / ".lock", "another writer of the library", wait_seconds=_LOCK_WAIT_SECONDS):
            try:
                for leftover in self.folder.glob(".incoming-*"):
                    shutil.rmtree(leftover)
                self._recover()
                yield
            except OSError as error:
                raise storage_fault(error, Path(error.filename or self.folder)) from error

    def _recover(self) -> None:
        """A crash after a line in the history and before the switch that it announces, or a damaged one: switch now."""
        served = self._last_served()
        stands = self._current_file.read_bytes().strip() if self._current_file.is_file() else b""
        if served is not None and stands != served.encode():
            write_atomically(self._current_file, served.encode() + b"\n")

    def _last_served(self) -> str | None:
        """What the history says is served, if it is there."""
        *_, served = (None, *served_in_turn(self.events()))
        return served if served is not None and (self.folder / served).is_dir() else None

    def _publish(self, staging: Path, night: str | None) -> Version:
        incoming = Path(tempfile.mkdtemp(prefix=".incoming-", dir=self.folder))
        try:
            copy_files(staging, incoming)
            sums = digest_files(incoming)
            write_atomically(incoming / SUMS, sums)
            name = version_name(sums)
            target = self.folder / name
            for folder in (*(path for path in incoming.rglob("*") if path.is_dir()), incoming):
                fsync_folder(folder)
            if target.exists():
                try:
                    return verified(target)
                except ModelBroken:
                    target.rename(self.folder / f".incoming-damaged-{name}")
            incoming.rename(target)
            fsync_folder(self.folder)
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
        append_event(self._history_file, _event("publish", name, night, None, ""))
        return verified(target)

    def _serve(self, version: Version, event: Event) -> None:
        """The line in the history comes first, so that no decision is ever lost; `_recover` completes what it says."""
        previous = self.current_id()
        append_event(self._history_file, msgspec.structs.replace(event, version=version.id, previous=previous))
        write_atomically(self._current_file, version.id.encode() + b"\n")


def _event(action: Action, version: str, night: str | None, decision: Mapping[str, Any] | None, reason: str) -> Event:
    kept = None if decision is None else dict(decision)
    return Event(at=now(), action=action, version=version, night=night, decision=kept, reason=reason)
