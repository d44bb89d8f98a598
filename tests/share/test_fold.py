import pytest
import torch

from sleepy_coder.share.fold import difference_norm, fold, fold_factors, lora_scale


def random(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_folding_keeps_the_product_and_its_scale() -> None:
    B, A = random(12, 4), random(4, 9, seed=1)
    folded = fold(B, A, lora_scale(16, 4))
    torch.testing.assert_close(folded.dense(), 4.0 * B @ A)
    assert folded.norm == pytest.approx(float(torch.linalg.matrix_norm(4.0 * B @ A)))
    torch.testing.assert_close(folded.left.T @ folded.left, torch.eye(4, dtype=torch.float64))
    torch.testing.assert_close(folded.right.T @ folded.right, torch.eye(4, dtype=torch.float64))


def test_a_gauge_changes_nothing() -> None:
    B, A, G = random(12, 4), random(4, 9, seed=1), random(4, 4, seed=2)
    plain, gauged = fold(B, A, 1.0), fold(B @ G, torch.linalg.inv(G) @ A, 1.0)
    torch.testing.assert_close(plain.left, gauged.left, rtol=1e-8, atol=1e-10)
    torch.testing.assert_close(plain.singular, gauged.singular, rtol=1e-8, atol=1e-10)
    torch.testing.assert_close(plain.right, gauged.right, rtol=1e-8, atol=1e-10)


def test_signs_are_fixed_by_the_largest_entry() -> None:
    folded = fold(-random(12, 4), random(4, 9, seed=1), 1.0)
    largest = folded.left.gather(0, folded.left.abs().argmax(dim=0, keepdim=True))
    assert (largest > 0).all()


def test_rank_deficient_factors_fold_to_their_true_rank() -> None:
    B = random(12, 2) @ random(2, 5, seed=3)
    A = random(5, 9, seed=1)
    folded = fold(B, A, 1.0)
    assert folded.rank == 2
    torch.testing.assert_close(folded.dense(), B @ A)


def test_a_zero_adapter_has_rank_zero() -> None:
    folded = fold(torch.zeros(6, 3), random(3, 5), 1.0)
    assert folded.rank == 0
    assert folded.norm == 0.0
    assert folded.dense().shape == (6, 5)


def test_a_rank_larger_than_the_matrix_folds() -> None:
    B, A = random(3, 8), random(8, 20, seed=1)
    folded = fold(B, A, 1.0)
    assert folded.rank == 3
    torch.testing.assert_close(folded.dense(), B @ A)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32])
def test_half_precision_input_is_computed_in_float64(dtype: torch.dtype) -> None:
    B, A = random(12, 4).to(dtype), random(4, 9, seed=1).to(dtype)
    folded = fold(B, A, 1.0)
    assert folded.left.dtype == torch.float64
    torch.testing.assert_close(folded.dense(), B.double() @ A.double())


def test_rank_stabilised_scale_divides_by_the_root() -> None:
    assert lora_scale(8, 16) == 0.5
    assert lora_scale(8, 16, rank_stabilised=True) == 2.0


def test_numbers_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="not finite"):
        fold(torch.full((3, 2), torch.nan), torch.ones(2, 3), 1.0)


def test_factors_that_do_not_multiply_are_refused() -> None:
    with pytest.raises(ValueError, match="do not form a matrix"):
        fold_factors(torch.ones(3, 2), torch.ones(4, 5))


def test_difference_norm_keeps_digits_that_squares_would_lose() -> None:
    left, right = random(30, 3), random(20, 3, seed=1)
    nudged = left + 1e-11 * random(30, 3, seed=2)
    first, second = fold_factors(left, right), fold_factors(nudged, right)
    exact = float(torch.linalg.matrix_norm((left - nudged) @ right.T))
    assert difference_norm(first, second) == pytest.approx(exact, rel=1e-2)
    assert difference_norm(first, first) < 1e-13 * first.norm
