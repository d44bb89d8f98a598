"""Removing a skill, or all that one night learned, from the library that is served.

Where the versions before and the archives after are still there, the later nights' merges are done again without what
is forgotten: the result is, bit for bit, the library that never learned it. Its columns leave the basis; skills that
were learned earlier keep every bit, later ones keep their ΔW as trained and get new coordinates.

A skill of the first library, and one whose past was cleaned away, is cut out instead: its core, archive and signatures
go, every other skill keeps every bit, but the basis keeps columns that it shaped.

What this cannot undo: a skill that was trained later, in the wider basis, is kept as it was trained.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from sleepy_coder.adapters.archive_files import read_archive, write_archive
from sleepy_coder.adapters.library_files import read_library, write_library
from sleepy_coder.curation.candidate import LATER_ERROR
from sleepy_coder.errors import UsageError
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import Manifest, Skill, write_manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import write_router
from sleepy_coder.settings import Settings
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary, forget
from sleepy_coder.share.merge import merge

_FORGOT = "forgot "  # begins the notes of a version made by forgetting; what follows is what


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The version without it; the skills that went; those whose bits changed; whether it is as if never learned."""

    version: Version
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    as_if_never_learned: bool


@dataclass(frozen=True, slots=True)
class _Past:
    """A library on the way: its tensors, what its manifest says of the skills, and their archives."""

    library: SkillLibrary
    skills: Mapping[str, Skill]
    archives: Mapping[str, FoldedAdapter]


def forget_from(registry: Registry, what: str, settings: Settings) -> Forgotten:
    """Publish and serve the library without the skill or the night called `what`.

    Raises UsageError for a name that is neither a skill of the served library nor a night that made it.
    """
    served = registry.current()
    if served is None:
        raise UsageError("nothing is served yet, so there is nothing to forget: a night makes a library")
    lineage = _lineage(registry, served)
    nights = {version.manifest.night for version in lineage} - {None}
    if what not in served.manifest.skills and what not in nights:
        raise UsageError(
            f"{what!r} is neither a skill of the served library nor a night that it learned in: `sleepy-coder history` "
            "shows both"
        )
    gone = _gone(lineage, what)
    past = _replayed(lineage, gone, settings)
    exact = past is not None and not gone[0] & lineage[0].manifest.skills.keys()
    past = past or _cut_out(served, what)
    version = _published(registry, served, past, _FORGOT + what)
    registry.promote(version.id, reason=_FORGOT + what)
    old, new = served.manifest.skills, version.manifest.skills
    changed = sorted(name for name, entry in new.items() if entry.served != old[name].served)
    return Forgotten(version, tuple(sorted(old.keys() - new.keys())), tuple(changed), exact)


def _lineage(registry: Registry, served: Version) -> list[Version]:
    """The versions that led to the served one, oldest first, as far as they are still there."""
    lineage, present = [served], registry.versions()
    while lineage[0].manifest.parents and lineage[0].manifest.parents[0] in present:
        lineage.insert(0, registry.load(lineage[0].manifest.parents[0]))
    return lineage


def _brought(version: Version, before: Version) -> list[str]:
    """The skills that this version's own night trained, or that it took in by an import."""
    skills, night = version.manifest.skills, version.manifest.night
    if night is None:
        return [] if _forgets(version) else sorted(skills.keys() - before.manifest.skills.keys())
    return sorted(name for name, skill in skills.items() if skill.night == night)


def _forgets(version: Version) -> bool:
    return version.manifest.night is None and version.manifest.notes.startswith(_FORGOT)


def _gone(lineage: list[Version], what: str) -> list[set[str]]:
    """Of each version what is to go from it: `what`, and all that was forgotten after it. What was learned again after
    an older forgetting stays."""
    gone = [{what}]
    for version in reversed(lineage[1:]):
        forgot = {version.manifest.notes.removeprefix(_FORGOT)} if _forgets(version) else set()
        gone.insert(0, gone[0] | forgot)
    return gone


def _replayed(lineage: list[Version], gone: list[set[str]], settings: Settings) -> _Past | None:
    """The lineage's merges again from before the first that brought anything of what is `gone` from it, without that;
    None where there was none, or where something for it is missing."""
    steps = [
        (version, _brought(version, before), names)
        for (before, version), names in zip(pairwise(lineage), gone[1:], strict=True)
    ]
    first = next((i for i, (one, brought, names) in enumerate(steps) if names & {one.manifest.night, *brought}), None)
    if first is None:
        return None
    past = _read(lineage[first])
    for name in sorted(gone[first]):
        past = _without(past, name)
    for version, brought, names in steps[first:]:
        new = {}
        for name in brought if version.manifest.night not in names else ():
            archived = None if name in names else read_archive(version.path, name)
            if archived is None and name not in names:
                return None
            if archived is not None:
                new[name] = archived
        if new:
            past = _with(past, version, new, settings)
    return past


def _with(past: _Past, version: Version, new: Mapping[str, FoldedAdapter], settings: Settings) -> _Past:
    imported = version.manifest.night is None  # is taken as it is, see `exchange.importing`
    merged = merge(
        past.library,
        new,
        tolerance=0.0 if imported else settings.merge_tolerance,
        budget=settings.merge_tolerance + LATER_ERROR,
        k_cap=None if imported else settings.basis_columns_cap,
        originals={**past.archives, **new},
    )
    known = {**past.skills, **{name: version.manifest.skills[name] for name in new}}
    return _Past(merged.library, known, {**past.archives, **new})


def _cut_out(served: Version, what: str) -> _Past:
    past = _read(served)
    names = [what] if what in past.skills else [name for name, skill in past.skills.items() if skill.night == what]
    for name in names:
        past = _without(past, name)
    return past


def _without(past: _Past, name: str) -> _Past:
    if name not in past.skills:
        return past
    skills = {other: skill for other, skill in past.skills.items() if other != name}
    archives = {other: folded for other, folded in past.archives.items() if other != name}
    return _Past(forget(past.library, name), skills, archives)


def _read(version: Version) -> _Past:
    skills = version.manifest.skills
    archives = {name: folded for name in skills if (folded := read_archive(version.path, name)) is not None}
    return _Past(read_library(version.path), skills, archives)


def _published(registry: Registry, served: Version, past: _Past, notes: str) -> Version:
    owners: dict[str, str] = {}
    for name, entry in past.skills.items():
        for key in entry.signatures:
            owners.setdefault(key, name)
    skills = {
        name: msgspec.structs.replace(
            entry,
            signatures=tuple(key for key in entry.signatures if owners[key] == name),
            served=past.library.digest(name),
        )
        for name, entry in past.skills.items()
    }
    with TemporaryDirectory(prefix="sleepy-coder-forget-") as folder:
        staging = Path(folder)
        described = write_library(staging, past.library)
        for name, folded in past.archives.items():
            write_archive(staging, name, folded)
        manifest = Manifest(
            base_model=served.manifest.base_model,
            skills=skills,
            parents=(served.id,),
            router=write_router(
                served.manifest.router, {name: entry.signatures for name, entry in skills.items()}, staging
            ),
            tensors=described,
            notes=notes,
        )
        write_manifest(staging, manifest)
        return registry.publish(staging, served.id)
