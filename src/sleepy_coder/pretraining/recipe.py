"""The whole of pretraining in order: data, tokenizer, packed rows, base model, first library, release.

Each step leaves its result in the work folder and is passed over when that is there, so a run that was killed at any
moment goes on where it was, and a base model that was trained elsewhere is taken up from `weights/`. The library is
made on the weights as they ship, in half precision: skills are bound to those bytes by digest.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.errors import UsageError
from sleepy_coder.lm import local
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.pretraining.base import Tell, train_base
from sleepy_coder.pretraining.config import STEPS, PretrainConfig
from sleepy_coder.pretraining.library import make_library
from sleepy_coder.pretraining.made import made_of
from sleepy_coder.pretraining.run import make_packed, make_tokenizer, release
from sleepy_coder.pretraining.shards import make_data
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


def make_embedded(
    config: PretrainConfig,
    folder: Path,
    target: Path,
    cache: Path,
    compiler: Compiler,
    tell: Tell,
    *,
    until: str = STEPS[-1],
    minutes: float | None = None,
) -> Released | None:
    """All steps up to `until` that are not done yet; `target` is replaced as a whole at the end, and None until then.

    cache: where real crates are fetched to; minutes: what the training of the base model may take in this run.
    """
    make_data(config, folder, cache, compiler, tell)
    if until == "data":
        return None
    tokenizer = make_tokenizer(config, folder)
    packed = make_packed(config, folder, tokenizer)
    if until == "packed":
        return None
    trained = train_base(packed, folder, tell, minutes=minutes)
    if trained is None or until == "base":
        return None
    bare = folder / "bare"
    (bare / "no-library").mkdir(parents=True, exist_ok=True)
    release(trained, tokenizer, bare / "no-library", bare / "release")
    shipped = local.load(str(bare / "release" / "model"))
    digest = shipped.identity.digest
    identity = ModelIdentity(EMBEDDED, digest)
    library = make_library(config, folder, shipped.model, shipped.tokenizer, identity, tell)
    target.parent.mkdir(parents=True, exist_ok=True)
    release(trained, tokenizer, library, target, made_of(config, folder))
    disk_bytes = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    tell(f"release: {target}, {disk_bytes / 1e6:.1f} MB")
    return Released(target, digest, disk_bytes)
