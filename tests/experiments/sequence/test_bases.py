"""What a shared basis may do when it is full, and the bases that stand beside it."""

import math
from typing import cast

import torch

from sleepy_coder.experiments.sequence.learners.learner import School, Setting
from sleepy_coder.experiments.sequence.learners.share import Ground, Share, leading_basis
from sleepy_coder.share.fold import fold_factors


def test_a_full_basis_turns_without_a_budget_and_refuses_within_one() -> None:
    columns = torch.Generator().manual_seed(1)

    def merged(ground: Ground) -> tuple[bool, tuple[str, ...]]:
        learner = Share(cast(School, None), Setting(1e-3, 0), 1, ground)
        matrix, basis = next(iter(learner.library.bases.items()))
        sides = (basis.beta.vectors, basis.alpha.vectors)
        new = fold_factors(*(torch.randn(len(side), 4, generator=columns, dtype=torch.float64) for side in sides))
        found = learner._merged({"new": {matrix: new}})
        return bool(found.rotated), found.refused

    assert merged(Ground(cap=47, budget=math.inf)) == (True, ())
    assert merged(Ground(cap=47)) == (False, ("new",))
    assert merged(Ground()) == (False, ())


def test_a_budget_of_nights_changes_no_key() -> None:
    assert str(Ground()) == "Ground(initial=None, k=None, cap=256, phi=4, fits_at=0.7, tolerance=0.1)"
    assert str(Ground(budget=math.inf)).endswith("tolerance=0.1, budget=inf)")


def test_of_all_directions_the_leading_ones_keep_most_of_a_weight() -> None:
    weight = torch.randn(12, 9, generator=torch.Generator().manual_seed(1)).half()
    basis = leading_basis(weight, 3)
    beta, alpha = basis.beta.vectors, basis.alpha.vectors
    assert beta.shape == (12, 3) and alpha.shape == (9, 3) and beta.dtype == torch.float32
    assert torch.allclose(beta.T @ beta, torch.eye(3), atol=1e-6)
    core = beta.T @ weight.float() @ alpha
    assert torch.allclose(core, torch.diag(torch.linalg.svdvals(weight.float())[:3]), atol=1e-5)


def test_a_weight_that_is_narrower_than_the_basis_gives_all_its_directions() -> None:
    basis = leading_basis(torch.randn(12, 2, generator=torch.Generator().manual_seed(1)), 3)
    assert basis.beta.vectors.shape == (12, 2) and basis.alpha.vectors.shape == (2, 2)
