"""What the embedded model in use was taught: written when it was made, and true of it for as long as it is used.

The table of families grows after a model has shipped, so what a model knows is read here and nowhere else.
"""

from functools import cache
from pathlib import Path

import msgspec

from sleepy_coder.embedded.location import model_folder
from sleepy_coder.errors import ModelBroken

TAUGHT = "taught.json"


class Taught(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Families of breaks: those of the base model's pretraining, and those of library 0's specialists.

    `definition_lines`: how many lines of the definitions that an error names its prompts showed. A small model is lost
    in a prompt of another shape, so prompts follow this record.
    """

    base: tuple[str, ...]
    library: tuple[str, ...]
    definition_lines: int = 0


def taught(folder: Path | None = None) -> Taught:
    """The record in a model's folder, by default the embedded one's. Raises ModelBroken where there is none."""
    return _read((folder or model_folder()) / TAUGHT)


def write_taught(folder: Path, what: Taught) -> None:
    """Put the record beside the weights."""
    (folder / TAUGHT).write_bytes(msgspec.json.format(msgspec.json.encode(what), indent=1) + b"\n")


@cache
def _read(path: Path) -> Taught:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Taught)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelBroken(f"{path} cannot be read ({error}); make the embedded model again with pretrain") from error
