"""A library's tensors as two safetensors files, and back, with every shape checked.

    basis.safetensors   MATRIX.beta  MATRIX.alpha  MATRIX.beta.spread  MATRIX.alpha.spread
                        rotations/N/MATRIX.SIDE.kept and .lost, while some core has not followed merge N
    cores.safetensors   SKILL/MATRIX.core, or for a pending skill SKILL/MATRIX.left, .singular and .right;
                        its header's one metadata key holds the ledger as JSON

float32, or float16 for a library that must be small: then orthonormality is re-asserted on reading (the rounding goes
into the cores' coordinates, ΔW does not move) and the error against float32 is measured when writing.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor

from sleepy_coder.adapters.archive_files import check_skill_id
from sleepy_coder.adapters.tensor_files import Shelf, folded_tensors, load_tensors, save_tensors, take_folded
from sleepy_coder.share.basis import Basis, Side, Turn
from sleepy_coder.share.ledger import exact_error
from sleepy_coder.share.library import Rotation, Skill, SkillLibrary

FORMAT = "sleepy-coder/library-tensors/1"
BASIS, CORES = "basis.safetensors", "cores.safetensors"


class _SkillHeader(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    merge: int
    pending: bool
    norms: dict[str, float]
    guarantees: dict[str, float]


class _Header(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    format: str
    merges: int
    half: bool
    matrices: list[str]
    skills: dict[str, _SkillHeader]
    rotations: dict[str, dict[str, float]]  # merge -> matrix -> bound


def write_library(folder: Path, library: SkillLibrary, *, half: bool = False) -> dict[str, Any]:
    """Write both files and return what `library.json` should say of them: shapes, k, pending skills, bytes per file.

    half: float16; rotations are applied first, and "half_error" is the worst relative error of any skill's ΔW.
    Raises UsageError for a skill id that cannot be a file's name, SpaceProblem when the files cannot be written.
    """
    library = library.settled() if half else library
    cores: dict[str, Tensor] = {}
    for skill, entry in sorted(library.skills.items()):
        check_skill_id(skill)
        cores |= {f"{skill}/{matrix}.core": core for matrix, core in entry.cores.items()}
        for matrix, own in entry.private.items():
            cores |= folded_tensors(f"{skill}/{matrix}", own)
    dtype = torch.float16 if half else torch.float32
    header = msgspec.json.encode(_header(library, half), order="sorted").decode()
    save_tensors(folder / BASIS, _basis_tensors(library), {}, dtype)
    save_tensors(folder / CORES, cores, {"library": header}, dtype)
    described = describe(library) | {"bytes": {name: (folder / name).stat().st_size for name in (BASIS, CORES)}}
    if half:
        served = read_library(folder)
        described["half_error"] = max((exact_error(served, s, library.folded(s)) for s in library.skills), default=0.0)
    return described


def describe(library: SkillLibrary) -> dict[str, Any]:
    """The library's shapes as plain data: merges, per matrix n, d, k_β, k_α, per skill whether it is pending."""
    return {
        "merges": library.merges,
        "shapes": {
            matrix: {
                "outputs": len(basis.beta.vectors),
                "inputs": len(basis.alpha.vectors),
                "k_beta": basis.beta.size,
                "k_alpha": basis.alpha.size,
            }
            for matrix, basis in sorted(library.bases.items())
        },
        "skills": {skill: {"pending": entry.pending} for skill, entry in sorted(library.skills.items())},
    }


def read_library(folder: Path) -> SkillLibrary:
    """The library in a version's folder. Raises ModelBroken for anything missing, damaged, misshapen or surplus."""
    basis_shelf = Shelf(folder / BASIS, load_tensors(folder / BASIS).tensors)
    cores_file = load_tensors(folder / CORES)
    core_shelf = Shelf(folder / CORES, cores_file.tensors)
    try:
        header = msgspec.json.decode(cores_file.metadata.get("library", ""), type=_Header)
    except msgspec.DecodeError as error:
        raise core_shelf.broken(f"the header cannot be read ({error})") from error
    if header.format != FORMAT:
        raise core_shelf.broken(f"the format is {header.format}, this program reads {FORMAT}")
    bases = {
        matrix: Basis(_take_side(basis_shelf, f"{matrix}.beta"), _take_side(basis_shelf, f"{matrix}.alpha"))
        for matrix in header.matrices
    }
    rotations = {
        int(number): {matrix: _take_rotation(basis_shelf, number, matrix, bound) for matrix, bound in bounds.items()}
        for number, bounds in header.rotations.items()
    }
    skills = {skill: _take_skill(core_shelf, skill, entry) for skill, entry in header.skills.items()}
    basis_shelf.must_be_empty()
    core_shelf.must_be_empty()
    library = SkillLibrary(bases, skills, header.merges, rotations)
    for skill in library.skills:
        _check_fits(library, skill, core_shelf)
    return _orthonormal_again(library) if header.half else library


def _header(library: SkillLibrary, half: bool) -> _Header:
    skills = {
        skill: _SkillHeader(entry.merge, entry.pending, dict(entry.norms), dict(entry.guarantees))
        for skill, entry in library.skills.items()
    }
    bounds = {str(number): {m: r.bound for m, r in turned.items()} for number, turned in library.rotations.items()}
    return _Header(FORMAT, library.merges, half, sorted(library.bases), skills, bounds)


def _basis_tensors(library: SkillLibrary) -> dict[str, Tensor]:
    tensors = {}
    for matrix, basis in library.bases.items():
        for name, side in (("beta", basis.beta), ("alpha", basis.alpha)):
            tensors[f"{matrix}.{name}"] = side.vectors
            tensors[f"{matrix}.{name}.spread"] = side.spread
    for number, turned in library.rotations.items():
        for matrix, rotation in turned.items():
            for name, turn in (("beta", rotation.beta), ("alpha", rotation.alpha)):
                if turn is not None:
                    tensors[f"rotations/{number}/{matrix}.{name}.kept"] = turn.kept
                    tensors[f"rotations/{number}/{matrix}.{name}.lost"] = turn.lost
    return tensors


def _take_side(shelf: Shelf, name: str) -> Side:
    side = Side(shelf.take(name, 2), shelf.take(f"{name}.spread", 2))
    if tuple(side.spread.shape) != (side.size, side.size):
        raise shelf.broken(f"{name} has {side.size} columns, but its spread is {tuple(side.spread.shape)}")
    return side


def _take_rotation(shelf: Shelf, number: str, matrix: str, bound: float) -> Rotation:
    prefix = f"rotations/{number}/{matrix}"
    return Rotation(_take_turn(shelf, f"{prefix}.beta"), _take_turn(shelf, f"{prefix}.alpha"), bound)


def _take_turn(shelf: Shelf, name: str) -> Turn | None:
    if not shelf.has(f"{name}.kept"):
        return None
    return Turn(shelf.take(f"{name}.kept", 2), shelf.take(f"{name}.lost", 2))


def _take_skill(shelf: Shelf, skill: str, header: _SkillHeader) -> Skill:
    check_skill_id(skill)
    matrices = tuple(header.norms)
    if header.guarantees.keys() != header.norms.keys():
        raise shelf.broken(f"the ledger of {skill} names different matrices")
    cores = {} if header.pending else {m: shelf.take(f"{skill}/{m}.core", 2) for m in matrices}
    private = {m: take_folded(shelf, f"{skill}/{m}") for m in matrices} if header.pending else {}
    return Skill(cores, header.merge, header.norms, header.guarantees, private)


def _check_fits(library: SkillLibrary, skill: str, shelf: Shelf) -> None:
    """Every core must lie within today's basis once it has followed the rotations."""
    entry = library.skill(skill)
    missing = entry.norms.keys() - library.bases.keys() if not entry.pending else set()
    if missing:
        raise shelf.broken(f"{skill} has a core for {min(missing)}, which the basis lacks")
    try:
        cores = library.cores(skill)
    except RuntimeError as error:
        raise shelf.broken(f"{skill} does not fit the rotations ({error})") from error
    for matrix, core in cores.items():
        basis = library.bases[matrix]
        if core.shape[0] > basis.beta.size or core.shape[1] > basis.alpha.size:
            raise shelf.broken(f"{skill}/{matrix}.core is {tuple(core.shape)}, larger than the basis")


def _orthonormal_again(library: SkillLibrary) -> SkillLibrary:
    """The same ΔW on columns orthonormal to float32: V = Q·R, so Q takes V's place and R goes into the cores."""
    bases, turns = {}, {}
    for matrix, basis in library.bases.items():
        beta, R_beta = _reset(basis.beta)
        alpha, R_alpha = _reset(basis.alpha)
        bases[matrix], turns[matrix] = Basis(beta, alpha), (R_beta, R_alpha)
    skills = {}
    for name, entry in library.skills.items():
        cores = {}
        for matrix, core in entry.cores.items():
            rows, columns = core.shape
            R_beta, R_alpha = turns[matrix][0][:rows, :rows], turns[matrix][1][:columns, :columns]
            cores[matrix] = (R_beta @ core.double() @ R_alpha.T).float()
        skills[name] = replace(entry, cores=cores)
    return replace(library, bases=bases, skills=skills)


def _reset(side: Side) -> tuple[Side, Tensor]:
    Q, R = torch.linalg.qr(side.vectors.double())
    signs = torch.where(R.diagonal() < 0, -1.0, 1.0)
    return Side((Q * signs).float(), (signs[:, None] * R @ side.spread.double()).float()), signs[:, None] * R
