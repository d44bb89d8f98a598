from collections.abc import Callable

import pytest
import torch

from sleepy_coder.share.fold import FoldedMatrix
from sleepy_coder.share.subspace import (
    chance_overlap,
    held_out_errors,
    mean_adapter,
    overlap,
    projection_error,
    random_basis,
)

MakeMatrix = Callable[..., FoldedMatrix]


def test_overlap_is_one_within_and_chance_for_random_subspaces() -> None:
    generator = torch.Generator().manual_seed(0)
    P = torch.randn(60, 6, generator=generator)
    assert overlap(P[:, :3], P) == pytest.approx(1.0)
    found = [
        overlap(torch.randn(60, 6, generator=generator), torch.randn(60, 12, generator=generator)) for _ in range(60)
    ]
    assert sum(found) / len(found) == pytest.approx(chance_overlap(12, 60), rel=0.1)


def test_what_is_shared_is_found_when_held_out_and_a_random_basis_finds_nothing(make_matrix: MakeMatrix) -> None:
    shared = torch.linalg.qr(torch.randn(24, 4, dtype=torch.float64, generator=torch.Generator().manual_seed(1))).Q
    start = torch.randn(3, 18, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    adapters = {f"t{i}": {"m": make_matrix(within=shared, start=start)} for i in range(4)}
    assert max(held_out_errors(adapters, k=4).values()) < 1e-6
    unrelated = {f"t{i}": {"m": make_matrix()} for i in range(4)}
    assert min(held_out_errors(unrelated, k=4).values()) > 0.5
    control = random_basis(24, 18, 4, seed=3)
    assert projection_error(adapters["t0"], {"m": control}) > 0.5
    assert torch.equal(control.beta.vectors, random_basis(24, 18, 4, seed=3).beta.vectors)
    assert held_out_errors({"only": unrelated["t0"]}, k=4) == {"only": pytest.approx(1.0)}


def test_the_mean_adapter_is_the_mean_of_the_matrices(make_matrix: MakeMatrix) -> None:
    adapters = {"a": {"m": make_matrix()}, "b": {"m": make_matrix(scale=2.0), "w": make_matrix()}}
    mean = mean_adapter(adapters)
    torch.testing.assert_close(mean["m"].dense(), (adapters["a"]["m"].dense() + adapters["b"]["m"].dense()) / 2)
    torch.testing.assert_close(mean["w"].dense(), adapters["b"]["w"].dense() / 2)
