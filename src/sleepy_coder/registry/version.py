"""The files of one version: what may be among them, their digests, and the check that nothing changed."""

import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from sleepy_coder.durable import make_folder, reason
from sleepy_coder.errors import ModelBroken
from sleepy_coder.registry.manifest import Manifest, read_manifest

SUMS = "SHA256SUMS"  # in the format of sha256sum
_ALLOWED_SUFFIXES = frozenset({".json", ".safetensors", ".md", ".jsonl"})


@dataclass(frozen=True, slots=True)
class Version:
    """A version whose files were just checked against their digests."""

    id: str
    path: Path
    manifest: Manifest


def _files(folder: Path) -> list[Path]:
    """All files of a version, in a fixed order; raises ModelBroken for links and for kinds that may carry code."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_dir() or path.suffix in _ALLOWED_SUFFIXES or path.name == SUMS):
            raise ModelBroken(f"{path} does not belong in a skill library: only JSON and safetensors files are taken")
        if path.is_file() and path.name != SUMS:
            found.append(path)
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def copy_files(source: Path, target: Path) -> None:
    """Copy a library's files, for the owner alone, and wait until they are on the disk; raises ModelBroken, OSError."""
    for path in _files(source):
        copy = target / path.relative_to(source)
        make_folder(copy.parent)
        with path.open("rb") as reader, copy.open("xb") as writer:
            os.fchmod(writer.fileno(), 0o600)
            shutil.copyfileobj(reader, writer, 1024 * 1024)
            writer.flush()
            os.fsync(writer.fileno())


def digest_files(folder: Path) -> bytes:
    """The content of SHA256SUMS for the files that are there."""
    lines = []
    for path in _files(folder):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    return "".join(lines).encode()


def version_name(sums: bytes) -> str:
    """The name of the version with this SHA256SUMS: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(sums).hexdigest()[:16]


def is_version(name: str) -> bool:
    """Whether a folder of this name would be a version."""
    return re.fullmatch("[0-9a-f]{16}", name) is not None


def advice_instead_of(folder: Path) -> str:
    """What to do where the version in `folder` cannot be served."""
    if any(is_version(path.name) for path in folder.parent.iterdir() if path.name != folder.name):
        return "`sleepy-coder rollback` or `promote VERSION` serves another version"
    return f"move {folder.parent} away to begin anew with the package's own library"


def verified(folder: Path) -> Version:
    """The version in `folder`, every file checked; raises ModelBroken with the names of damaged files."""
    advice = advice_instead_of(folder)
    try:
        promised, found = (folder / SUMS).read_bytes(), digest_files(folder)
    except OSError as error:
        raise ModelBroken(
            f"version {folder.name} is incomplete ({Path(error.filename or folder).name}: {reason(error)}): {advice}"
        ) from error
    if version_name(promised) != folder.name:
        raise ModelBroken(f"version {folder.name} is damaged in {SUMS}: {advice}")
    if promised != found:
        differing = {line.split(b"  ", 1)[-1].decode() for line in set(promised.split(b"\n")) ^ set(found.split(b"\n"))}
        raise ModelBroken(f"version {folder.name} is damaged in {', '.join(sorted(differing))}: {advice}")
    return Version(folder.name, folder, read_manifest(folder))
