"""What a night has learned, merged into the shared basis and published as a version that nobody serves yet."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from sleepy_coder.adapters.archive_files import carry_archive, read_archive, write_archive
from sleepy_coder.adapters.library_files import read_library, write_library
from sleepy_coder.curation.learning import Learned
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import Manifest, Skill, write_manifest
from sleepy_coder.registry.night_record import SkillRecord
from sleepy_coder.registry.nights import NightFolder
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import write_router
from sleepy_coder.settings import Settings
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import Merge, merge

STAGING = "candidate-"
LATER_ERROR = 0.1
"""Relative error of a skill's ΔW that all merges together may cause beyond `merge_tolerance`: what the cap on columns
and the rotations that it forces may cost."""


def merge_learned(incumbent: Version, learned: Sequence[Learned], settings: Settings) -> Merge:
    """All of the night's skills in one merge; the ledger has the exact error of every skill that has an archive."""
    library = read_library(incumbent.path)
    new = {one.record.skill: one.folded for one in learned}
    archived = {skill: folded for skill in library.skills if (folded := read_archive(incumbent.path, skill))}
    return merge(
        library,
        new,
        tolerance=settings.merge_tolerance,
        budget=settings.merge_tolerance + LATER_ERROR,
        k_cap=settings.basis_columns_cap,
        originals={**archived, **new},
    )


def publish_candidate(
    registry: Registry,
    folder: NightFolder,
    merged: Merge,
    learned: Sequence[Learned],
    incumbent: Version,
    router: str = "signature",
) -> Version:
    """The merged library with its archive, router and manifest, copied into the registry whole or not at all."""
    for left in folder.path.glob(f"{STAGING}*"):  # by a night that was killed here
        shutil.rmtree(left)
    with TemporaryDirectory(prefix=STAGING, dir=folder.path) as name:
        staging = Path(name)
        described = write_library(staging, merged.library)
        for one in learned:
            write_archive(staging, one.record.skill, one.folded)
        carry_archive(incumbent.path, staging, incumbent.manifest.skills)
        records = {one.record.skill: one.record for one in learned}
        manifest = _manifest(merged.library, records, incumbent, folder.id, described)
        keys = {name: skill.signatures for name, skill in manifest.skills.items()}
        write_manifest(staging, msgspec.structs.replace(manifest, router=write_router(router, keys, staging)))
        return registry.publish(staging, incumbent.id, folder.id)


def _manifest(
    library: SkillLibrary,
    records: Mapping[str, SkillRecord],
    incumbent: Version,
    night: str,
    tensors: dict[str, Any],
) -> Manifest:
    """The incumbent's manifest with the night's skills; a signature stays with the skill that had it first."""
    old = incumbent.manifest.skills
    owner = {key: name for name, entry in old.items() for key in entry.signatures}
    for name in sorted(records):
        for key in records[name].signatures:
            owner.setdefault(key, name)
    fresh = {name: Skill(signatures=(), served="", night=night) for name in records}
    skills = {
        name: msgspec.structs.replace(
            {**old, **fresh}[name],
            signatures=tuple(sorted(key for key, skill in owner.items() if skill == name)),
            served=library.digest(name),
        )
        for name in library.skills
    }
    return Manifest(
        base_model=incumbent.manifest.base_model,
        skills=skills,
        parents=(incumbent.id,),
        night=night,
        tensors=tensors,
    )
