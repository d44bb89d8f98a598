"""A library's router comes back as it was fitted, and a disk without room is said so."""

from pathlib import Path

import pytest

from sleepy_coder.errors import SpaceProblem
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill
from sleepy_coder.routing.library_router import library_router, write_router
from sleepy_coder.rust.signature import Signature

KEYS = {"clone": ("E0382|use of moved value: `_`",), "cast": ("E0308|mismatched types / expected `_`, found `_`",)}


def test_the_router_that_was_written_is_the_librarys(tmp_path: Path) -> None:
    kind = write_router("centroid", KEYS, tmp_path)
    skills = {name: Skill(signatures=keys, served=name) for name, keys in KEYS.items()}
    router = library_router(Manifest(base_model=BaseModel("m", "0"), skills=skills, router=kind), tmp_path)
    for name, (key,) in KEYS.items():
        assert router.route(Signature.of(key)).skill == name


def test_a_place_that_takes_no_file_is_a_space_problem(tmp_path: Path) -> None:
    with pytest.raises(SpaceProblem, match="free some space"):
        write_router("centroid", KEYS, tmp_path / "not there")
