"""A repository's past, one commit after the other: which states were red, and how the next green ones mended them.

Only plumbing is asked (`rev-list`, `ls-tree`, `cat-file`), which runs no hook, filter or attribute of the repository's.
What is not in the repository is fetched from nowhere: where a partial clone says that it comes from may be any command.
Links and submodules are left out. Every state is written to a folder of ours and checked in the sandbox, since a
history is never trusted.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sleepy_coder.durable import storage_fault
from sleepy_coder.errors import EnvironmentFault, UsageError

_REGULAR = ("100644", "100755")
_GIT_SECONDS = 60
MOST_FILE_BYTES = 4 << 20


class Commit(NamedTuple):
    """A commit's id, that of the folder's content in it (commits that leave the folder alone share it), and a digest of
    its author's address, which itself is kept nowhere."""

    id: str
    tree: str
    author: str


class Repository:
    """A git repository, read only. `folder` is any folder in it; what lies outside of it is looked at as well, since a
    workspace's manifest may.
    """

    def __init__(self, folder: Path) -> None:
        git = shutil.which("git")
        if git is None:
            raise EnvironmentFault("git is not installed, so a history cannot be read; install git")
        self._git = git
        self._at = folder.resolve()
        try:
            self.top = Path(self._ask("rev-parse", "--show-toplevel").strip())
        except UsageError:
            raise UsageError(
                f"{folder} lies in no git repository, so it has no history to learn from: name a crate in one"
            ) from None
        self.prefix = self._at.relative_to(self.top.resolve()).as_posix()

    def commits(self, most: int) -> tuple[Commit, ...]:
        """The newest `most` first-parent commits, oldest first, in which the folder exists. Raises UsageError if the
        repository has none at all.
        """
        try:
            self._ask("rev-parse", "--verify", "--quiet", "HEAD")
        except UsageError:
            raise UsageError(f"the repository {self.top} has no commit yet: commit first") from None
        listed = self._ask("rev-list", "--first-parent", f"--max-count={most}", "HEAD").split()
        found = ((commit, self._tree(commit)) for commit in reversed(listed))
        return tuple(Commit(commit, tree, self._author(commit)) for commit, tree in found if tree is not None)

    @property
    def shallow(self) -> bool:
        """Whether it was cloned without the older part of its history."""
        return self._ask("rev-parse", "--is-shallow-repository").strip() == "true"

    def write(self, commit: Commit, target: Path) -> None:
        """The whole repository as of `commit`, below `target`, which then holds nothing else. Files alike are left
        alone, so that a compiler's cache of them stays good. Raises what git says, and EnvironmentFault for what cannot
        be written.
        """
        blobs = {target / name: blob for name, blob in self._files(commit.id)}
        try:
            for path in sorted(target.rglob("*"), reverse=True):  # first, as a folder may stand where a file is to be
                if path.is_symlink() or (not path.is_dir() and path not in blobs):
                    path.unlink()
                elif path.is_dir() and not any(path.iterdir()):
                    path.rmdir()
            for path, blob in blobs.items():
                content = self._content(blob)
                if not path.is_file() or path.read_bytes() != content:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content)
        except OSError as problem:
            raise storage_fault(problem, target, "point TMPDIR elsewhere") from problem

    def _tree(self, commit: str) -> str | None:
        place = "" if self.prefix == "." else self.prefix
        try:
            return self._ask("rev-parse", "--verify", "--quiet", f"{commit}:{place}").strip()
        except UsageError:  # the folder is younger than this commit
            return None

    def _author(self, commit: str) -> str:
        lines = self._ask("cat-file", "commit", commit).splitlines()
        line = next((line for line in lines if line.startswith("author ")), "")
        address = line.partition("<")[2].partition(">")[0]
        return hashlib.sha256(address.lower().encode(errors="surrogateescape")).hexdigest()[:12]

    def _files(self, commit: str) -> Iterator[tuple[str, str]]:
        for row in self._ask("ls-tree", "-r", "-l", "-z", "--full-tree", commit).split("\0"):
            if not row:
                continue
            about, _, name = row.partition("\t")
            mode, _, blob, size = about.split()
            path = PurePosixPath(name)
            if mode not in _REGULAR or ".." in path.parts:
                continue
            if not size.isdecimal():
                raise UsageError(f"git says that {name} is missing in {commit}: fetch the whole history first")
            if int(size) <= MOST_FILE_BYTES:
                yield name, blob

    def _content(self, blob: str) -> bytes:
        return self._run("cat-file", "blob", blob)

    def _ask(self, *words: str) -> str:
        return self._run(*words).decode(errors="surrogateescape")

    def _run(self, *words: str) -> bytes:
        safe = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.directory=*"]
        # a hook that calls us has told git of another repository
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
        try:
            done = subprocess.run(
                [self._git, "-C", str(self._at), *safe, *words],
                capture_output=True,
                env=environment,
                timeout=_GIT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise EnvironmentFault(f"git {words[0]} took longer than {_GIT_SECONDS} seconds: try again later") from None
        if done.returncode:
            last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise UsageError(f"git says: {last or 'nothing'}")
        return done.stdout
