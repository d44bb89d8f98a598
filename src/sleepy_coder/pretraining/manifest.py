"""What training data is made of: shards with counts, seeds and digests, and the packages with their licences."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.data import read_shard
from sleepy_coder.tasks.crates import RealCrate

MANIFEST = "manifest.json"


class Shard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file. `refused` are programs left out because they are near an item of a suite; None if nobody counted."""

    file: str
    kind: str
    seed: int
    rows: int
    hints: int
    similar: int
    families: dict[str, int]
    sha256: str
    refused: int | None


class DataManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All data of one run."""

    config: PretrainConfig
    rustc: str
    shards: tuple[Shard, ...]
    packages: tuple[dict[str, str], ...]

    @property
    def rows(self) -> int:
        """In all."""
        return sum(shard.rows for shard in self.shards)


def describe(path: Path, kind: str, seed: int, refused: int | None) -> Shard:
    """A shard as it lies on disk."""
    rows = read_shard(path)
    return Shard(
        file=path.name,
        kind=kind,
        seed=seed,
        rows=len(rows),
        hints=sum("\nhint: " in row.prompt for row in rows),
        similar=sum("\nsimilar: " in row.prompt for row in rows),
        families=dict(sorted(Counter(row.skill for row in rows).items())),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        refused=refused,
    )


def write_data_manifest(
    folder: Path, config: PretrainConfig, rustc: str, shards: Sequence[Shard], crates: Sequence[RealCrate]
) -> DataManifest:
    """`manifest.json` beside the shards."""
    packages = tuple(
        {"name": crate.name, "version": crate.version, "package": crate.package, "licence": crate.licence}
        for crate in crates
    )
    manifest = DataManifest(config=config, rustc=rustc, shards=tuple(shards), packages=packages)
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def read_data_manifest(folder: Path) -> DataManifest | None:
    """None where there is none yet."""
    path = folder / MANIFEST
    return msgspec.json.decode(path.read_bytes(), type=DataManifest) if path.exists() else None
