"""Making one folder like another while touching only what differs: a newer time makes cargo build again."""

import os
import shutil
from pathlib import Path


def write_changed(path: Path, data: bytes) -> None:
    """Let a file hold `data`; one that does already is left alone."""
    if path.is_symlink() or path.is_dir():
        remove(path)
    if not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)


def copy_large(path: Path, target: Path) -> None:
    """Copy without holding it in memory, unless size and time say that it was copied before."""
    ours = target.stat() if target.is_file() and not target.is_symlink() else None
    theirs = path.stat()
    if ours is None or (ours.st_size, ours.st_mtime_ns) != (theirs.st_size, theirs.st_mtime_ns):
        remove(target)
        shutil.copyfile(path, target)
        os.utime(target, ns=(theirs.st_atime_ns, theirs.st_mtime_ns))


def link(source: Path, target: Path, apart: set[Path]) -> None:
    """Make `target` a copy of the folder `source` in which files are hard links; files in `apart` are left alone."""
    target.mkdir(parents=True, exist_ok=True)
    here = {path.name: path for path in source.iterdir()}
    for path in [path for path in target.iterdir() if path.name not in here]:
        remove(path)
    for name, path in here.items():
        other = target / name
        if path.is_dir() and not path.is_symlink():
            if other.is_symlink() or other.is_file():
                other.unlink()
            link(path, other, apart)
        elif path not in apart:
            same = os.path.lexists(other) and path.lstat().st_ino == other.lstat().st_ino
            if not same:
                remove(other)
                os.link(path, other, follow_symlinks=False)


def remove(path: Path) -> None:
    """Delete a file, a link or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
