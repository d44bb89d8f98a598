from collections.abc import Callable

import pytest
import torch

from sleepy_coder.share.basis import Basis, empty_side, widen
from sleepy_coder.share.coefficients import mix, project, truncate, unproject
from sleepy_coder.share.fold import FoldedMatrix, difference_norm, fold_factors

MakeMatrix = Callable[..., FoldedMatrix]


def basis_of(*matrices: FoldedMatrix) -> Basis:
    beta = widen(empty_side(24), [m.scaled_left for m in matrices], 0.0).side
    alpha = widen(empty_side(18), [m.right * m.singular for m in matrices], 0.0).side
    return Basis(beta, alpha)


def test_a_core_in_a_basis_that_holds_it_gives_the_matrix_back(make_matrix: MakeMatrix) -> None:
    first, second = make_matrix(rank=2, scale=0.01), make_matrix(rank=4, scale=30.0)
    basis = basis_of(first, second)
    for matrix in (first, second):
        back = unproject(project(matrix, basis).core, basis)
        assert float((back.dense() - matrix.dense()).norm()) < 1e-6 * matrix.norm


def test_the_loss_of_a_projection_is_its_distance_whether_large_or_tiny(make_matrix: MakeMatrix) -> None:
    inside = make_matrix(rank=4)
    basis = basis_of(inside)
    outside = make_matrix(rank=3)
    for part in (0.0, 1e-9, 1e-5, 1e-2, 1.0, 100.0):
        left = torch.cat([inside.scaled_left, part * outside.scaled_left], 1)
        matrix = fold_factors(left, torch.cat([inside.right, outside.right], 1))
        core, loss = project(matrix, basis)
        exact = difference_norm(matrix, unproject(core, basis))
        assert loss == pytest.approx(exact, rel=1e-6, abs=1e-12 * matrix.norm)


def test_a_smaller_core_is_the_leading_block(make_matrix: MakeMatrix) -> None:
    first = make_matrix(rank=2)
    small = basis_of(first)
    core = project(first, small).core
    grown = Basis(
        widen(small.beta, [make_matrix().scaled_left], 0.0).side, widen(small.alpha, [make_matrix().right], 0.0).side
    )
    assert grown.beta.size > small.beta.size
    assert torch.equal(unproject(core, grown).dense(), unproject(core, small).dense())


@pytest.mark.parametrize("p", [1, 2, 5])
def test_fewer_coefficients_are_the_truncated_svd_of_the_core(p: int) -> None:
    core = torch.randn(8, 6, generator=torch.Generator().manual_seed(3))
    U, S, Vh = torch.linalg.svd(core.double(), full_matrices=False)
    coefficients = truncate(core, p)
    assert coefficients.beta.shape == (8, p)
    assert coefficients.alpha.shape == (6, p)
    best = U[:, :p] * S[:p] @ Vh[:p]
    torch.testing.assert_close((coefficients.beta @ coefficients.alpha.T).double(), best, rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(coefficients.beta.norm(dim=0), coefficients.alpha.norm(dim=0))


def test_truncation_keeps_more_than_a_slice_of_columns() -> None:
    core = torch.randn(16, 16, generator=torch.Generator().manual_seed(4))
    coefficients = truncate(core, 1)
    sliced = torch.zeros_like(core)
    sliced[:, :1] = core[:, :1]
    assert (core - coefficients.beta @ coefficients.alpha.T).norm() < (core - sliced).norm()


def test_p_beyond_the_rank_loses_nothing() -> None:
    core = torch.randn(5, 3, generator=torch.Generator().manual_seed(5))
    coefficients = truncate(core, 40)
    assert coefficients.beta.shape == (5, 3)
    torch.testing.assert_close(coefficients.beta @ coefficients.alpha.T, core)
    with pytest.raises(ValueError, match="at least 1"):
        truncate(core, 0)


def test_mixing_mixes_the_adapters_and_pads_smaller_cores() -> None:
    small, large = torch.ones(2, 2), torch.arange(12.0).reshape(4, 3)
    mixed = mix([small, large], [2.0, 0.5])
    expected = 0.5 * large
    expected[:2, :2] += 2.0
    assert torch.equal(mixed, expected)


def test_averaging_coefficients_apart_is_not_averaging_adapters() -> None:
    generator = torch.Generator().manual_seed(6)
    cores = [torch.randn(10, 10, generator=generator) for _ in range(2)]
    parts = [truncate(core, 2) for core in cores]
    apart = (parts[0].beta + parts[1].beta) @ (parts[0].alpha + parts[1].alpha).T / 4
    products = [part.beta @ part.alpha.T for part in parts]
    mixed = mix(products, [0.5, 0.5])
    torch.testing.assert_close(mixed, (products[0] + products[1]) / 2)
    assert torch.cosine_similarity(apart.flatten(), mixed.flatten(), dim=0) < 0.9
