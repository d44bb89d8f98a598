from collections.abc import Callable
from dataclasses import replace

import pytest
import torch

from sleepy_coder.share.fold import FoldedMatrix
from sleepy_coder.share.library import SkillLibrary, forget
from sleepy_coder.share.merge import initialise, merge

MakeMatrix = Callable[..., FoldedMatrix]


@pytest.fixture
def library(make_matrix: MakeMatrix) -> SkillLibrary:
    return initialise({name: {"m": make_matrix(), "w": make_matrix(rank=1)} for name in "abc"}, tolerance=0.0).library


def test_forgetting_one_skill_leaves_every_bit_of_the_others(library: SkillLibrary) -> None:
    without = forget(library, "b")
    assert set(without.skills) == {"a", "c"}
    for skill in "ac":
        assert without.digest(skill) == library.digest(skill)
    assert without.bases["m"].beta.size == library.bases["m"].beta.size, "k never shrinks"
    with pytest.raises(KeyError, match="'b'"):
        forget(without, "b")


def test_forgetting_the_last_stale_skill_drops_the_rotations(library: SkillLibrary, make_matrix: MakeMatrix) -> None:
    turned = merge(library, {"d": {"m": make_matrix()}}, k_cap=9, budget=10.0).library
    assert turned.rotations
    for skill in "abc":
        turned = forget(turned, skill)
    assert not turned.rotations


def test_the_digest_sees_every_tensor_that_is_served(library: SkillLibrary) -> None:
    skill = library.skill("a")
    digests = {library.digest("a"), library.digest("b")}
    nudged = {matrix: core.clone() for matrix, core in skill.cores.items()}
    nudged["w"][0, 0] = torch.nextafter(nudged["w"][0, 0], torch.tensor(9.0))
    digests.add(replace(library, skills={"a": replace(skill, cores=nudged)}).digest("a"))
    basis = library.bases["m"]
    flipped = replace(basis, beta=replace(basis.beta, vectors=-basis.beta.vectors))
    digests.add(replace(library, bases={**library.bases, "m": flipped}).digest("a"))
    assert len(digests) == 4
    assert library.digest("a") == library.settled().digest("a")


def test_a_pending_skill_has_a_digest_of_its_own_columns(library: SkillLibrary, make_matrix: MakeMatrix) -> None:
    new = {"m": make_matrix(scale=9.0)}
    first = merge(library, {"big": new}, k_cap=9, budget=1e-3).library
    assert first.skill("big").pending
    again = merge(first, {}, k_cap=9, budget=1e-3).library
    assert again.digest("big") == first.digest("big")
    assert again.cores("big") == {}


def test_an_unknown_skill_is_an_error_and_not_the_base_model(library: SkillLibrary) -> None:
    with pytest.raises(KeyError, match="no skill 'A'"):
        library.folded("A")
