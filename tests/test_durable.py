"""A reader sees the old bytes or the new ones, and a full or read-only disk ends in one clear sentence."""

import errno
import os
import stat
from pathlib import Path

import pytest

from sleepy_coder.durable import make_folder, storage_fault, write_atomically
from sleepy_coder.errors import SpaceProblem, StoreProblem


def test_content_is_replaced_and_private(tmp_path: Path) -> None:
    path = tmp_path / "current"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["current"]


@pytest.mark.parametrize("step", ["fsync", "fchmod"])
def test_a_full_disk_leaves_the_old_bytes_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "current"
    write_atomically(path, b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, full)
    with pytest.raises(SpaceProblem, match="no space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["current"]


def test_interruption_leaves_the_old_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "current"
    write_atomically(path, b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["current"]


def test_faults_are_told_apart() -> None:
    path = Path("store")
    for code in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES):
        assert isinstance(storage_fault(OSError(code, "no"), path), SpaceProblem)
    assert isinstance(storage_fault(OSError(errno.EIO, "broken"), path), StoreProblem)


def told(path: Path, code: int) -> str:
    return str(storage_fault(OSError(code, os.strerror(code)), path))


def test_what_may_not_be_read_is_not_told_as_what_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, denied = tmp_path / "deep" / "file", set[tuple[Path, int]]()
    path.parent.mkdir()
    path.write_text("")
    monkeypatch.setattr(os, "access", lambda place, mode: (Path(place), mode) not in denied)
    assert f"{path} may not be written: make it writable" in told(path, errno.EACCES)
    denied.add((path, os.R_OK))
    assert f"{path} may not be read: make it readable" in told(path, errno.EACCES)
    denied.add((path.parent, os.X_OK))
    assert f"{path.parent} may not be entered: make it accessible" in told(path, errno.EACCES)


def test_the_part_of_a_path_that_is_in_the_way_is_named(tmp_path: Path) -> None:
    file, link, loop = (tmp_path / name for name in ("file", "link", "loop"))
    file.write_text("")
    link.symlink_to("nowhere")
    loop.symlink_to("loop")
    assert f"{file} is a file where a folder is needed" in told(file / "a" / "b", errno.ENOTDIR)
    assert f"{file} is a file where a folder is needed" in told(file, errno.EEXIST)
    assert f"{tmp_path} is a folder where a file is needed" in told(tmp_path, errno.EISDIR)
    assert f"{loop} is a link that leads nowhere: remove it" in told(loop / "a", errno.ELOOP)
    assert f"{link} is a link that leads nowhere: remove it" in told(link, errno.EEXIST)


def test_a_folder_below_a_file_is_a_store_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreProblem, match="file"):
        make_folder(tmp_path / "file" / "home")
