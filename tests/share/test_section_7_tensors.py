"""The fifteen properties that an implementation of Share must have, numbered 7.1 to 7.15.

Each is tried on random adapters (any mix of ranks, scales, precisions, rank-deficient and zero ones), on the shapes of
the embedded model, and, where it is about tensors, on a 1536 x 256 matrix. Here are those about tensors and their
files; 7.7, 7.8, 7.11, 7.12, 7.14 and 7.15 are in `test_section_7_models`. Details and odd cases of every property are
tested beside the module that has it: `tests/share`, `tests/adapters`, `tests/registry`, `tests/evaluation`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from torch import Tensor

from sleepy_coder.adapters.archive_files import write_archive
from sleepy_coder.adapters.library_files import BASIS, CORES, write_library
from sleepy_coder.share.basis import empty_side, widen
from sleepy_coder.share.coefficients import truncate
from sleepy_coder.share.fold import FoldedAdapter, fold
from sleepy_coder.share.ledger import byte_lines, exact_error
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise, merge

SMALL = [(14, 40), (24, 18), (6, 9)]
EMBEDDED = [(192, 192), (96, 192), (512, 192), (192, 512)]
LARGE = [(1536, 256)]
DTYPES = (torch.float64, torch.float32, torch.bfloat16, torch.float16)
NO_BUDGET = float("inf")
few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

torch.set_num_threads(1)


def made(
    shape: tuple[int, int], rank: int, exponent: float, dtype: torch.dtype, kind: str, seed: int
) -> tuple[Tensor, Tensor, float]:
    """B, A and the scale of one adapter."""
    generator = torch.Generator().manual_seed(seed)
    B = torch.randn(shape[0], rank, generator=generator)
    A = torch.randn(rank, shape[1], generator=generator)
    if kind == "deficient":
        B = B[:, :1].expand(-1, rank)
    return (torch.zeros_like(B) if kind == "zero" else B).to(dtype), A.to(dtype), 10.0**exponent


def adapter(shape: tuple[int, int], *how: Any) -> FoldedAdapter:
    return {"m": fold(*made(shape, *how))}


an_adapter = st.tuples(
    st.integers(1, 6),
    st.floats(-2, 2),
    st.sampled_from(DTYPES),
    st.sampled_from(("plain", "plain", "plain", "deficient", "zero")),
    st.integers(0, 10_000),
)
some_adapters = st.lists(an_adapter, min_size=1, max_size=5)
shapes = st.sampled_from(SMALL)
real_shapes = pytest.mark.parametrize("shape", EMBEDDED + LARGE, ids=str)
FIXED = [
    (8, 0.0, torch.float32, "plain", 1),
    (3, -2.0, torch.bfloat16, "plain", 2),
    (5, 1.5, torch.float64, "deficient", 3),
    (2, 0.0, torch.float16, "zero", 4),
    (8, 0.5, torch.float32, "plain", 5),
]


def named(shape: tuple[int, int], described: Sequence[Any]) -> dict[str, FoldedAdapter]:
    return {f"t{i}": adapter(shape, *how) for i, how in enumerate(described)}


def one_by_one(adapters: dict[str, FoldedAdapter], **terms: Any) -> SkillLibrary:
    library = SkillLibrary()
    for name, one in adapters.items():
        library = merge(library, {name: one}, budget=NO_BUDGET, **terms).library
    return library


# 7.1 full-rank k: every ΔW comes back to 1e-6, whatever the ranks and scales


def full_rank_gives_all_back(shape: tuple[int, int], described: Sequence[Any]) -> None:
    adapters = named(shape, described)
    for library in (initialise(adapters, tolerance=0.0).library, one_by_one(adapters, tolerance=0.0)):
        for name, one in adapters.items():
            assert exact_error(library, name, one) < 1e-6


@few
@given(shape=shapes, described=some_adapters)
def test_7_01_full_rank_gives_every_delta_back(shape: tuple[int, int], described: list[Any]) -> None:
    full_rank_gives_all_back(shape, described)


@real_shapes
def test_7_01_on_real_shapes(shape: tuple[int, int]) -> None:
    full_rank_gives_all_back(shape, FIXED)


# 7.2 a one-shot merge knows neither gauge nor order


def invariant(shape: tuple[int, int], described: Sequence[Any], k: int, seed: int) -> bool:
    """False where the best k columns are not unique, so that nothing can be said."""
    raw = [made(shape, rank, exponent, torch.float64, kind, s) for rank, exponent, _, kind, s in described]
    plain = {f"t{i}": {"m": fold(*one)} for i, one in enumerate(raw)}
    for side in (0, 1):
        blocks = [(f["m"].scaled_left, f["m"].right * f["m"].singular)[side] for f in plain.values()]
        S = torch.linalg.svdvals(torch.cat(blocks, 1))
        if len(S) <= k or float(S[k - 1] - S[k]) <= 1e-2 * float(S[0]):
            return False
    gauged = {}
    for i, (B, A, scale) in reversed(list(enumerate(raw))):
        G = torch.linalg.qr(
            torch.randn(len(A), len(A), dtype=torch.float64, generator=torch.Generator().manual_seed(seed))
        )
        mixing = G.Q * torch.linspace(0.5, 2.0, len(A), dtype=torch.float64)
        gauged[f"u{9 - i}"] = {"m": fold(B @ mixing, torch.linalg.inv(mixing) @ A, scale)}
    first, second = initialise(plain, k=k).library, initialise(gauged, k=k).library
    for i in range(len(raw)):
        one, other = first.folded(f"t{i}")["m"].dense(), second.folded(f"u{9 - i}")["m"].dense()
        assert float((one - other).norm()) <= 1e-5 * plain[f"t{i}"]["m"].norm + 1e-12
    return True


@few
@given(shape=shapes, described=some_adapters, k=st.integers(1, 4), seed=st.integers(0, 99))
def test_7_02_gauge_and_order_change_nothing(shape: tuple[int, int], described: list[Any], k: int, seed: int) -> None:
    assume(invariant(shape, described, k, seed))


@real_shapes
def test_7_02_on_real_shapes(shape: tuple[int, int]) -> None:
    assert invariant(shape, [(4, i, None, "plain", i) for i in range(3)], 4, 5)


# 7.3 the columns are orthonormal to 1e-6 after 50 merges


def worst_gram(shape: tuple[int, int], cap: int, seed: int) -> float:
    library = SkillLibrary()
    for i in range(50):
        new = {"m": fold(*made(shape, 3, (i % 5) / 2 - 1, torch.float32, "plain", seed + i))}
        library = merge(library, {f"t{i}": new}, k_cap=cap, budget=NO_BUDGET).library
    grams = []
    for side in (library.bases["m"].beta, library.bases["m"].alpha):
        gram = side.vectors.double().T @ side.vectors.double()
        grams.append(float((gram - torch.eye(len(gram), dtype=torch.float64)).abs().max()))
    return max(grams)


@settings(max_examples=4, deadline=None)
@given(shape=shapes, cap=st.integers(2, 16), seed=st.integers(0, 1000))
def test_7_03_fifty_merges_keep_columns_orthonormal(shape: tuple[int, int], cap: int, seed: int) -> None:
    assert worst_gram(shape, cap, seed) < 1e-6


@real_shapes
def test_7_03_on_real_shapes(shape: tuple[int, int]) -> None:
    assert worst_gram(shape, 32, 0) < 1e-6


# 7.4 a one-shot projection loses exactly the energy of the tail


def tail_energy_is_lost(shape: tuple[int, int], described: Sequence[Any], k: int) -> None:
    folded = [one["m"] for one in named(shape, described).values()]
    for blocks in ([f.scaled_left for f in folded], [f.right * f.singular for f in folded]):
        Q = widen(empty_side(len(blocks[0])), blocks, 0.0, size=k).side.vectors.double()
        lost = sum(float((block - Q @ (Q.T @ block)).square().sum()) for block in blocks)
        energies = torch.linalg.svdvals(torch.cat(blocks, 1)).square()
        assert lost == pytest.approx(float(energies[k:].sum()), rel=1e-5, abs=1e-11 * float(energies.sum()))


@few
@given(shape=shapes, described=some_adapters, k=st.integers(0, 8))
def test_7_04_the_projection_loses_the_tail(shape: tuple[int, int], described: list[Any], k: int) -> None:
    tail_energy_is_lost(shape, described, k)


@real_shapes
def test_7_04_on_real_shapes(shape: tuple[int, int]) -> None:
    tail_energy_is_lost(shape, FIXED, 9)


# 7.5 the new task is within its ledger after the merge; 7.6 old ones move no more than the ledger allows


def ledger_holds(shape: tuple[int, int], described: Sequence[Any], cap: int) -> None:
    library, originals = SkillLibrary(), {}
    x = torch.nn.functional.normalize(torch.ones(shape[1], dtype=torch.float64), dim=0)
    for name, new in named(shape, described).items():
        originals[name] = new
        merged = merge(library, {name: new}, k_cap=cap, budget=NO_BUDGET, originals=originals)
        for row in merged.rows:
            assert row.exact is not None and row.exact <= row.guarantee + 1e-6
        for skill in library.skills:
            moved = library.folded(skill)["m"].dense() - merged.library.folded(skill)["m"].dense()
            allowed = merged.library.bounds(skill)["m"] - library.bounds(skill)["m"]
            assert float(moved.norm()) <= allowed + 1e-6 * originals[skill]["m"].norm
            assert float((moved @ x).norm()) <= allowed + 1e-6 * originals[skill]["m"].norm, "its output for an input"
        library = merged.library


@few
@given(shape=shapes, described=some_adapters, cap=st.integers(1, 12))
def test_7_05_and_7_06_the_ledger_holds_for_new_and_old(shape: tuple[int, int], described: list[Any], cap: int) -> None:
    ledger_holds(shape, described, cap)


@real_shapes
def test_7_05_and_7_06_on_real_shapes(shape: tuple[int, int]) -> None:
    ledger_holds(shape, FIXED, 12)


@settings(max_examples=5, deadline=None)
@given(rank=st.integers(2, 5), seed=st.integers(0, 1000))
def test_7_09_independent_starts_grow_k_and_warn_and_a_common_one_levels_off(rank: int, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    shared = torch.randn(60, 6, generator=generator)
    start = torch.randn(rank, 50, generator=generator)
    sizes: dict[str, list[int]] = {"independent": [], "common": []}
    for kind, found in sizes.items():
        grown, warned = SkillLibrary(), []
        for i in range(6):
            A = start if kind == "common" else torch.randn(rank, 50, generator=generator)
            new = {"m": fold(shared @ torch.randn(6, rank, generator=generator), A, 1.0)}
            merged = merge(grown, {f"t{i}": new}, tolerance=0.0, budget=NO_BUDGET)
            grown = merged.library
            warned.append(bool(merged.warnings))
            found.append(grown.bases["m"].alpha.size)
        assert any(warned) == (kind == "independent")
    assert sizes["independent"] == [rank * (i + 1) for i in range(6)]
    assert sizes["common"] == [rank] * 6


@few
@given(shape=shapes, ranks=st.lists(st.integers(1, 4), min_size=1, max_size=4), seed=st.integers(0, 1000))
def test_7_10_byte_counts_equal_file_sizes(shape: tuple[int, int], ranks: list[int], seed: int, tmp_path: Path) -> None:
    largest = min(max(ranks), *shape)
    found = {f"t{i}": adapter(shape, rank, 0.0, torch.float32, "plain", seed + i) for i, rank in enumerate(ranks)}
    written = initialise(found, tolerance=0.0).library
    write_library(tmp_path, written)
    write_archive(tmp_path, "t", found[max(found, key=lambda name: found[name]["m"].rank)])
    lines = {line.what: line.bytes for line in byte_lines(written, p=1, phi=1, rank=largest)}
    assert stored(tmp_path / BASIS) == lines["basis"] + lines["basis weights"]
    assert stored(tmp_path / CORES) == len(found) * lines["core per skill"]
    assert stored(tmp_path / "archive" / "t.safetensors") == lines["archive per skill"] + 4 * largest


def stored(path: Path) -> int:
    """Bytes of the tensors alone: the file less its header, whose length stands in its first eight bytes."""
    content = path.read_bytes()
    return len(content) - 8 - int.from_bytes(content[:8], "little")


@few
@given(
    rows=st.integers(1, 12),
    columns=st.integers(1, 12),
    p=st.integers(1, 14),
    zero=st.booleans(),
    seed=st.integers(0, 999),
)
def test_7_13_fewer_coefficients_are_the_truncated_svd(rows: int, columns: int, p: int, zero: bool, seed: int) -> None:
    core = torch.randn(rows, columns, generator=torch.Generator().manual_seed(seed)) * (not zero)
    small = truncate(core, p)
    S = torch.linalg.svdvals(core.double())
    left_out = float((core - small.beta @ small.alpha.T).square().sum())
    assert left_out == pytest.approx(float(S[p:].square().sum()), rel=1e-4, abs=1e-8)
    assert small.beta.shape[1] == min(p, rows, columns)
