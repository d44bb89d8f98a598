"""Where nights start on a model that brings no library: a basis without columns for every matrix, and no skill.

The first night's expansion opens the first columns, and its merge keeps what was learned in them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sleepy_coder.adapters.library_files import write_library
from sleepy_coder.registry.manifest import BaseModel, Manifest, write_manifest
from sleepy_coder.share.basis import Basis, empty_side
from sleepy_coder.share.library import SkillLibrary

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel


def write_first_library(folder: Path, model: "LocalModel") -> Path:
    """A library for this model and no other, ready to be installed."""
    shapes = model.attachment.shapes
    library = SkillLibrary(
        {name: Basis(empty_side(one.outputs), empty_side(one.inputs)) for name, one in shapes.items()}
    )
    described = write_library(folder, library)
    identity = model.identity
    write_manifest(folder, Manifest(base_model=BaseModel(identity.id, identity.digest), skills={}, tensors=described))
    return folder
