import pytest
import torch

from sleepy_coder.adapters.targets import Shape
from sleepy_coder.benchmarks.merge import errors, one_by_one
from sleepy_coder.benchmarks.merge_rivals import Incremental, Published, incremental_svd, one_shot, published_rule
from sleepy_coder.benchmarks.planted import DIRECTIONS, PRIVATE, RANK, planted_adapters
from sleepy_coder.share.ledger import exact_error

SHAPES = {"q": Shape(96, 80), "k": Shape(40, 80)}


def test_planted_adapters_share_what_they_should_and_nothing_more() -> None:
    adapters = planted_adapters(SHAPES, 40, seed=1)
    basis = one_shot(adapters, "q", DIRECTIONS)
    kept = []
    for adapter in adapters.values():
        assert adapter["q"].rank == RANK
        delta = adapter["q"].dense().double()
        beta, alpha = basis.beta.vectors.double(), basis.alpha.vectors.double()
        kept.append(float((beta.T @ delta @ alpha).norm() / delta.norm()) ** 2)
    assert sum(kept) / len(kept) == pytest.approx(1 - PRIVATE, abs=0.12)


def test_our_errors_are_the_ledgers_and_no_better_than_everything_at_once() -> None:
    adapters = planted_adapters(SHAPES, 14, seed=0)
    ours = one_by_one(adapters, 30)
    found = errors(adapters, ours.library.bases, ours.library, (0, 2))
    best = errors(adapters, {m: one_shot(adapters, m, 30) for m in SHAPES}, None, (0, 2))
    for name, adapter in adapters.items():
        assert found[0][name] == pytest.approx(exact_error(ours.library, name, adapter), rel=1e-5)
        assert found[2][name] >= found[0][name]
    assert sum(best[0].values()) <= sum(found[0].values())
    assert ours.late_bytes > 0 and len(ours.seconds) == 14


def test_rivals_keep_what_they_were_given_while_it_fits() -> None:
    generator = torch.Generator().manual_seed(2)
    basis = torch.linalg.qr(torch.randn(30, 12, generator=generator, dtype=torch.float64)).Q
    coefficients = torch.randn(12, 4, generator=generator, dtype=torch.float64)
    new = torch.randn(30, 3, generator=generator, dtype=torch.float64)
    merged = published_rule(Published(basis, coefficients), new)
    torch.testing.assert_close(merged.basis @ merged.coefficients, torch.cat([basis @ coefficients, new], 1))
    S = torch.linspace(9, 1, 12, dtype=torch.float64)
    brand = incremental_svd(Incremental(basis, S, torch.eye(12, dtype=torch.float64)[None]), new)
    at_once = torch.linalg.svdvals(torch.cat([basis * S, new], 1))[:12]
    torch.testing.assert_close(brand.S, at_once)
