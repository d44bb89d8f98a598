from collections.abc import Callable

import pytest
import torch

from sleepy_coder.share.basis import coordinates, empty_side, widen
from sleepy_coder.share.fold import FoldedMatrix

MakeMatrix = Callable[..., FoldedMatrix]


def identity_error(vectors: torch.Tensor) -> float:
    gram = vectors.double().T @ vectors.double()
    return float((gram - torch.eye(len(gram), dtype=torch.float64)).abs().max())


def test_one_shot_loss_is_the_discarded_tail_energy(make_matrix: MakeMatrix) -> None:
    blocks = [make_matrix(rank=4, scale=scale).scaled_left for scale in (0.5, 1.0, 3.0)]
    singular = torch.linalg.svdvals(torch.cat(blocks, 1))
    side = widen(empty_side(24), blocks, 0.0, size=7).side
    Q = side.vectors.double()
    lost = sum(float((block - Q @ (Q.T @ block)).square().sum()) for block in blocks)
    assert lost == pytest.approx(float(singular[7:].square().sum()), rel=1e-6)


def test_appended_columns_leave_every_old_bit(make_matrix: MakeMatrix) -> None:
    first = widen(empty_side(24), [make_matrix().scaled_left], 0.0)
    second = widen(first.side, [make_matrix().scaled_left], 0.0)
    assert second.turn is None
    assert second.side.size == 6
    assert torch.equal(second.side.vectors[:, :3], first.side.vectors)


def test_a_block_in_the_span_asks_for_no_column(make_matrix: MakeMatrix) -> None:
    side = widen(empty_side(24), [make_matrix(rank=5).scaled_left], 0.0).side
    inside = side.vectors.double() @ torch.randn(5, 2, dtype=torch.float64)
    assert widen(side, [inside], 0.0).side.size == 5


def test_tolerance_takes_the_fewest_columns_that_keep_every_block(make_matrix: MakeMatrix) -> None:
    large, small = make_matrix(rank=4, scale=100.0).scaled_left, make_matrix(rank=2, scale=0.01).scaled_left
    side = widen(empty_side(24), [large, small], 0.3).side

    def worst(k: int) -> float:
        Q = side.vectors[:, :k].double()
        return max(float((b - Q @ (Q.T @ b)).norm() / b.norm()) for b in (large, small))

    assert worst(side.size) <= 0.3 / 2**0.5
    assert worst(side.size - 1) > 0.3 / 2**0.5


def test_past_the_cap_the_best_columns_stay_and_the_loss_is_known(make_matrix: MakeMatrix) -> None:
    side = widen(empty_side(24), [make_matrix(rank=6).scaled_left], 0.0).side
    grown = widen(side, [make_matrix(rank=4, scale=5.0).scaled_left], 0.0, cap=8)
    assert grown.side.size == 8
    assert grown.wanted == 10
    assert grown.turn is not None
    core = torch.randn(6, 3, dtype=torch.float64)
    kept, lost = grown.turn.kept.double() @ core, grown.turn.lost.double() @ core
    assert float(kept.square().sum() + lost.square().sum()) == pytest.approx(float(core.square().sum()), rel=1e-5)
    new = grown.side.vectors.double()
    old = side.vectors.double() @ core
    torch.testing.assert_close(new @ (new.T @ old), new @ kept, rtol=1e-5, atol=1e-5)


def test_k_never_shrinks_below_what_it_was(make_matrix: MakeMatrix) -> None:
    side = widen(empty_side(24), [make_matrix(rank=6).scaled_left], 0.0).side
    assert widen(side, [make_matrix(rank=4).scaled_left], 0.0, cap=2).side.size == 6
    assert widen(side, [make_matrix(rank=1, scale=1e-9).scaled_left], 0.9).side.size == 7


def test_accumulated_weights_equal_those_of_everything_at_once(make_matrix: MakeMatrix) -> None:
    blocks = [make_matrix(rank=2, scale=1.0 + i).scaled_left for i in range(5)]
    side = empty_side(24)
    for block in blocks:
        side = widen(side, [block], 0.0).side
    torch.testing.assert_close(side.weights, torch.linalg.svdvals(torch.cat(blocks, 1)), rtol=1e-5, atol=1e-5)


def test_ten_merges_at_the_cap_stay_close_to_merging_everything_at_once(make_matrix: MakeMatrix) -> None:
    shared = torch.linalg.qr(torch.randn(24, 8, dtype=torch.float64, generator=torch.Generator().manual_seed(1))).Q
    blocks = [
        make_matrix(rank=3, within=shared).scaled_left + 0.05 * make_matrix(rank=3).scaled_left for _ in range(10)
    ]
    side = empty_side(24)
    for block in blocks:
        side = widen(side, [block], 0.0, cap=8).side

    def captured(Q: torch.Tensor) -> float:
        return sum(float((Q.double().T @ b).square().sum()) for b in blocks) / sum(
            float(b.square().sum()) for b in blocks
        )

    at_once = widen(empty_side(24), blocks, 0.0, size=8).side
    assert captured(at_once.vectors) - captured(side.vectors) < 0.02


def test_fifty_merges_keep_the_columns_orthonormal(make_matrix: MakeMatrix) -> None:
    side = empty_side(24)
    for i in range(50):
        side = widen(side, [make_matrix(rank=2, scale=10.0 ** (i % 5 - 2)).scaled_left], 0.01, cap=16).side
        assert identity_error(side.vectors) < 1e-6
    assert side.size == 16


def test_a_full_side_and_empty_blocks_are_no_trouble(make_matrix: MakeMatrix) -> None:
    full = widen(empty_side(6), [make_matrix(rank=6, outputs=6).scaled_left], 0.0).side
    assert full.size == 6
    assert widen(full, [make_matrix(rank=3, outputs=6).scaled_left, torch.zeros(6, 0)], 0.0).side.size == 6
    assert widen(empty_side(6), [torch.zeros(6, 0)], 0.0).side.size == 0
    assert widen(full, [], 0.0, cap=3).side.size == 6


def test_coordinates_bring_back_what_lies_in_rounded_columns(make_matrix: MakeMatrix) -> None:
    side = widen(empty_side(24), [make_matrix(rank=5).scaled_left], 0.0).side
    wanted = torch.randn(5, 2, dtype=torch.float64)
    found = coordinates(side.vectors, side.vectors.double() @ wanted)
    torch.testing.assert_close(found, wanted, rtol=1e-12, atol=1e-12)
