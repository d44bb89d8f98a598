"""A LoRA trained elsewhere becomes a skill, without data: its ΔW is merged into the shared basis like a night's.

It is published as a version of its own. Signatures may be given at once; without them the skill is there to be asked by
name (`evaluate --arm skill:ID`) and to be trained on, but no error is sent to it.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from sleepy_coder.adapters.archive_files import carry_archive, check_skill_id, read_archive, write_archive
from sleepy_coder.adapters.library_files import read_library, write_library
from sleepy_coder.adapters.peft_files import import_peft
from sleepy_coder.adapters.targets import Shape
from sleepy_coder.errors import UsageError
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import Manifest, Skill, write_manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import write_router
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.merge import Merge, merge


def check_fits(model: LocalModel, folded: FoldedAdapter, folder: Path) -> None:
    """Raises UsageError for an adapter of another base model: names and shapes of all its matrices must be there."""
    shapes = model.attachment.shapes
    for matrix, own in folded.items():
        if shapes.get(matrix) != Shape(len(own.left), len(own.right)):
            have = f"{matrix} is {shapes[matrix][0]}x{shapes[matrix][1]}" if matrix in shapes else f"has no {matrix}"
            raise UsageError(
                f"{folder} is an adapter of another model: it changes {matrix} as {len(own.left)}x{len(own.right)}, "
                f"but {model.identity.id} {have}; name its own base with --model"
            )


def import_skill(
    folder: Path, skill: str, signatures: Sequence[str], model: LocalModel, registry: Registry, incumbent: Version
) -> tuple[Version, Merge]:
    """The new version, not served yet. Raises UsageError for what is no plain LoRA of this model, or an id in use."""
    check_skill_id(skill)
    old = incumbent.manifest
    if skill in old.skills:
        raise UsageError(f"the library has a skill {skill} already: give this one another id")
    owners = {key: name for name, entry in old.skills.items() for key in entry.signatures}
    taken = sorted(set(signatures) & owners.keys())
    if taken:
        raise UsageError(f"the signature {taken[0]} belongs to {owners[taken[0]]} already: leave it out")
    folded = import_peft(folder)
    check_fits(model, folded, folder)
    with TemporaryDirectory(prefix="import-", dir=registry.home) as name:
        staging = Path(name)
        write_archive(staging, skill, folded)
        # what was stored, not what was read: forgetting merges it again and has to come to the same bits
        merged = merge(read_library(incumbent.path), {skill: read_archive(staging, skill) or folded}, tolerance=0.0)
        described = write_library(staging, merged.library)
        carry_archive(incumbent.path, staging, old.skills)
        fresh = Skill(signatures=tuple(sorted(signatures)), served="", notes="imported from a peft folder")
        skills = {
            known: msgspec.structs.replace({**old.skills, skill: fresh}[known], served=merged.library.digest(known))
            for known in merged.library.skills
        }
        router = write_router(old.router, {known: entry.signatures for known, entry in skills.items()}, staging)
        manifest = Manifest(
            base_model=old.base_model, skills=skills, parents=(incumbent.id,), router=router, tensors=described
        )
        write_manifest(staging, manifest)
        return registry.publish(staging, incumbent.id), merged
