"""The whole of pretraining in order: data, tokenizer, base model, first library, release.

Each step leaves its result in the work folder and is passed over when that is there, so a run that was killed at any
moment goes on where it was. The library is made on the weights as they ship, in half precision: skills are bound to
those bytes by digest.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.errors import UsageError
from sleepy_coder.lm import local
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.library import make_library
from sleepy_coder.pretraining.run import Tell, make_data, make_tokenizer, release, train_base
from sleepy_coder.rust.compiler import Compiler

CONFIG = "config.json"


@dataclass(frozen=True, slots=True)
class Released:
    """What came out: the folder with `model/` and `library/`, the weights' digest, and the bytes of all files."""

    folder: Path
    digest: str
    disk_bytes: int


def open_work(folder: Path, config: PretrainConfig, *, resume: bool) -> None:
    """Make the work folder for `config`, or take up the one that is there.

    Raises UsageError if it holds a run and `resume` was not asked for, or a run of another config.
    """
    note = folder / CONFIG
    wanted = msgspec.json.encode(config)
    if note.exists():
        if not resume:
            raise UsageError(f"{folder} holds an earlier run: --resume goes on with it, or remove the folder")
        if note.read_bytes() != wanted:
            raise UsageError(f"{folder} holds a run of another config: remove the folder, or give this config a name")
    folder.mkdir(parents=True, exist_ok=True)
    note.write_bytes(wanted)


def make_embedded(config: PretrainConfig, folder: Path, target: Path, compiler: Compiler, tell: Tell) -> Released:
    """All steps that are not done yet; `target` is replaced as a whole at the end."""
    make_data(config, folder, compiler, tell)
    tokenizer = make_tokenizer(config, folder)
    trained = train_base(config, folder, tokenizer, tell)
    bare = folder / "bare"
    (bare / "no-library").mkdir(parents=True, exist_ok=True)
    release(trained, tokenizer, bare / "no-library", bare / "release")
    shipped = local.load(str(bare / "release" / "model"))
    digest = shipped.identity.digest
    identity = ModelIdentity(EMBEDDED, digest)
    library = make_library(config, folder, shipped.model, shipped.tokenizer, identity, tell)
    target.parent.mkdir(parents=True, exist_ok=True)
    release(trained, tokenizer, library, target)
    disk_bytes = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    tell(f"release: {target}, {disk_bytes / 1e6:.1f} MB")
    return Released(target, digest, disk_bytes)
