"""The owner's tree is as they left it: a user without rights, real files, every awkward state of a tree.

Root may write anywhere, so nothing would be shown by it: where the tests run as root, these commands run as somebody
else (`unprivileged.py`). None of this is skipped.
"""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from unprivileged import USER, nobodys_home, run_unprivileged

__all__ = ["nobodys_home"]  # a fixture is asked for by name

MAIN = b"\xef\xbb\xbfmod part;\r\n\r\nfn main() {\r\n\tlet total = 1;\r\n\ttotal += part::two();\r\n"
MAIN += b'\tprintln!("{}", total);\r\n}'
PART = b"pub fn two() -> i32 {\n    let b = 1;\n    b += 1;\n    b\n}\n"


@pytest.fixture
def crate(nobodys_home: Path) -> Iterator[Path]:
    folder = nobodys_home / "my crate"
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text('[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n')
    (folder / "src" / "main.rs").write_bytes(MAIN)
    (folder / "src" / "part.rs").write_bytes(PART)
    (folder / "src" / "main.rs").chmod(0o640)
    (folder / "src" / "part.rs").chmod(0o755)
    owned(folder)
    yield folder
    for path in (folder, folder / "src"):
        path.chmod(0o755)


def owned(folder: Path) -> None:
    """By the user who runs the commands."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, USER, USER, follow_symlinks=False)


def called(crate: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "sleepy_coder.cli.main", *words]
    home = crate.parent
    return run_unprivileged(command, home=home, environment={"SLEEPY_CODER_HOME": str(home / "state")})


def state(crate: Path) -> dict[str, tuple[int, int, bytes | str]]:
    """Mode, owner and content of everything but git's own, links as links."""
    found: dict[str, tuple[int, int, bytes | str]] = {}
    for path in sorted(path for path in crate.rglob("*") if ".git" not in path.parts):
        status = path.lstat()
        content: bytes | str = str(path.readlink()) if path.is_symlink() else b""
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
        found[str(path.relative_to(crate))] = (stat.S_IMODE(status.st_mode), status.st_uid, content)
    return found


def fix(crate: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return called(crate, "fix", str(crate), "--stages", "0", *words)


def test_a_read_only_file_and_a_read_only_folder_are_refused_and_nothing_else_is_written(crate: Path) -> None:
    for path, mode in ((crate / "src" / "part.rs", 0o444), (crate / "src", 0o555)):
        kept = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode)
        before = state(crate)
        done = fix(crate, "--apply")
        assert done.returncode == 3 and "read-only" in done.stderr, done.stderr
        assert state(crate) == before
        path.chmod(kept)
    assert called(crate, "undo").returncode == 2


def test_modes_endings_and_links_stay_and_undo_goes_back_level_by_level(crate: Path) -> None:
    (crate / "src" / "part.rs").rename(crate / "src" / "kept.rs")
    (crate / "src" / "part.rs").symlink_to("kept.rs")
    owned(crate)
    states = [state(crate)]
    assert fix(crate, "--apply").returncode == 0
    states.append(state(crate))
    assert states[1]["src/main.rs"][2] == MAIN.replace(b"let total", b"let mut total")
    assert {name: found[:2] for name, found in states[1].items()} == {name: one[:2] for name, one in states[0].items()}
    assert states[1]["src/part.rs"] == states[0]["src/part.rs"]
    main = crate / "src" / "main.rs"
    main.write_bytes(main.read_bytes().replace(b"part::two()", b"part::twoo()"))
    states.append(state(crate))
    assert fix(crate, "--apply").returncode == 0
    assert state(crate) == states[1]
    assert called(crate, "undo").returncode == 0
    assert state(crate) == states[2]
    main.write_bytes(main.read_bytes().replace(b"part::twoo()", b"part::two()"))
    assert called(crate, "undo").returncode == 0
    assert state(crate) == states[0]
    assert called(crate, "undo").returncode == 2


def test_a_dirty_git_tree_keeps_its_index_and_what_is_not_committed(crate: Path) -> None:
    def git(*words: str) -> str:
        identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "safe.directory=*"]
        return subprocess.run(["git", *identity, *words], cwd=crate, capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    (crate / "src" / "part.rs").write_bytes(PART + b"// staged\n")
    git("add", ".")
    (crate / "src" / "part.rs").write_bytes(PART + b"// staged\n// not staged\n")
    (crate / "notes.txt").write_text("mine")
    owned(crate)
    before, said = state(crate), (git("status", "--porcelain"), git("diff"), git("diff", "--cached"))
    done = fix(crate, "--json")
    assert done.returncode == 0 and state(crate) == before
    patch = json.loads(done.stdout)["diff"].encode()
    subprocess.run(["git", "apply", "--check"], cwd=crate, input=patch, check=True)
    assert fix(crate, "--apply").returncode == 0
    assert git("diff", "--cached") == said[2] and "+// not staged" in git("diff")
    assert called(crate, "undo").returncode == 0
    assert (git("status", "--porcelain"), git("diff"), git("diff", "--cached")) == said
