"""The router of a library: the one that its manifest asks for, kept beside the skills and versioned with them.

    router.safetensors   arrays
    router.json          kind, skills, their codes, thresholds

A signature router is made from the manifest and has no files.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sleepy_coder.errors import ModelBroken, SpaceProblem
from sleepy_coder.routing.router import Router
from sleepy_coder.routing.signature_router import SignatureRouter, Skills

if TYPE_CHECKING:
    from sleepy_coder.routing.vector_router import VectorRouter

ARRAYS, ABOUT = "router.safetensors", "router.json"
KINDS = ("signature", "centroid", "learned")


class RoutedSkills(Skills, Protocol):
    """Skills, and which router they are chosen by; a library's manifest is one."""

    @property
    def router(self) -> str: ...


def library_router(manifest: RoutedSkills, folder: Path) -> Router:
    """The library's own router, so that both are promoted and rolled back together.

    Raises ModelBroken for a kind that is not known, or files that are not those of this library's skills.
    """
    if manifest.router == "signature":
        return SignatureRouter.of(manifest)
    if manifest.router not in KINDS:
        raise ModelBroken(f"the library in {folder} asks for a router of kind {manifest.router!r}: update sleepy-coder")
    router = _read(folder, {name: skill.signatures for name, skill in manifest.skills.items()})
    if not set(router.skills) <= set(manifest.skills):
        raise ModelBroken(f"{folder / ABOUT} knows other skills than the library: roll back to a whole version")
    return router


def write_router(kind: str, keys: Mapping[str, Sequence[str]], folder: Path) -> str:
    """Fit a router of this kind to the skills' signatures and keep it in a library's folder. Deterministic.

    Returns the kind for the manifest: where no skill has signatures there is nothing to fit, and they decide alone.
    Raises SpaceProblem where the files cannot be written.
    """
    keys = {name: found for name, found in keys.items() if found}
    if kind == "signature" or not keys:
        return "signature"
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    from sleepy_coder.routing.background import NOW, wordings
    from sleepy_coder.routing.fitting import fit_centroids, fit_learned

    owned = {key for found in keys.values() for key in found}
    nobodys = sorted({row.keys[NOW] for row in wordings()} - owned)
    router = fit_centroids(keys) if kind == "centroid" else fit_learned(keys, nobodys)
    try:
        save_file(router.arrays, folder / ARRAYS)
        (folder / ABOUT).write_text(json.dumps(router.about, indent=1) + "\n", encoding="utf-8")
    except (OSError, SafetensorError) as error:
        raise SpaceProblem(f"{folder} cannot be written ({error}); free some space") from error
    return kind


def _read(folder: Path, keys: Mapping[str, Sequence[str]]) -> "VectorRouter":
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    from sleepy_coder.routing.vector_router import restored

    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        return restored(about, load_file(folder / ARRAYS), keys)
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise ModelBroken(f"{folder / ABOUT} is not a usable router: {error}") from error
