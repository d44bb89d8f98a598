"""The bases that stand beside the shared one."""

import torch

from sleepy_coder.experiments.sequence.share import leading_basis


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
