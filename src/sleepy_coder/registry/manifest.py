"""`library.json`: what a version of the skill library is, beside its tensors.

It holds no date, so that two nights that learn the same give the same version. Which tensors a skill has is the
matter of `adapters`; here are only names, digests and JSON.
"""

from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.durable import reason, write_atomically
from sleepy_coder.errors import ModelBroken

SCHEMA = "sleepy-coder/library/1"
FILE = "library.json"


class BaseModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The model that the library was trained on and works with alone."""

    id: str
    digest: str


class Skill(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One specialist: the signatures it handles, the night it last learned, and what it adds to the model."""

    signatures: tuple[str, ...]  # keys, "CODE|shape"
    served: str  # sha256 over the tensors that take effect; equal digests answer alike
    night: str | None = None
    rank: int = 0  # p it is served at; 0 is the full core
    notes: str = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of `library.json`."""

    base_model: BaseModel
    skills: dict[str, Skill]
    parents: tuple[str, ...] = ()  # versions; several after an import or a forgetting
    night: str | None = None
    router: str = "signature"  # which router the library asks for
    tensors: dict[str, Any] = {}  # what the writer of the tensors says of them: k per matrix, pending skills, bytes
    notes: str = ""
    schema: str = SCHEMA

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            raise ValueError(f"schema {self.schema!r} is not {SCHEMA!r}")
        owner: dict[str, str] = {}
        for skill_id, skill in self.skills.items():
            for signature in skill.signatures:
                if owner.setdefault(signature, skill_id) != skill_id:
                    raise ValueError(f"signature {signature!r} belongs to both {owner[signature]!r} and {skill_id!r}")

    def served_by(self, skill: str | None) -> str | None:
        """What takes effect where this skill is asked: the digest of its served tensors, None for the base model."""
        return None if skill is None else self.skills[skill].served


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the library in `folder`; raises ModelBroken."""
    path = folder / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        raise ModelBroken(
            f"{path} is not a usable skill library ({reason(error)}): `sleepy-coder rollback` or `promote VERSION` "
            "serves another version"
        ) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `library.json` into `folder`: keys and skills in a fixed order, so that equal manifests are equal bytes."""
    content = msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=2)
    write_atomically(folder / FILE, content + b"\n")
