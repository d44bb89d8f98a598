from collections.abc import Callable

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix, fold
from sleepy_coder.share.ledger import Fate, LedgerRow, exact_error
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import Merge, Mode, initialise, merge

MakeMatrix = Callable[..., FoldedMatrix]


def row(merged: Merge, skill: str) -> LedgerRow:
    return next(row for row in merged.rows if row.skill == skill)


def dense(library: SkillLibrary, skill: str, matrix: str = "m") -> torch.Tensor:
    return library.folded(skill)[matrix].dense()


def mean_error(library: SkillLibrary, adapters: dict[str, FoldedAdapter]) -> float:
    return sum(exact_error(library, name, adapter) for name, adapter in adapters.items()) / len(adapters)


@settings(max_examples=25, deadline=None)
@given(
    ranks=st.lists(st.integers(1, 6), min_size=1, max_size=5),
    exponents=st.lists(st.floats(-2, 2), min_size=5, max_size=5),
    seed=st.integers(0, 1000),
)
def test_full_rank_gives_every_adapter_back(ranks: list[int], exponents: list[float], seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    adapters = {}
    for i, rank in enumerate(ranks):
        B = torch.randn(14, rank, generator=generator)
        A = torch.randn(rank, 40, generator=generator)
        adapters[f"t{i}"] = {"m": fold(B, A, 10.0 ** exponents[i])}
    merged = initialise(adapters, tolerance=0.0)
    for name, adapter in adapters.items():
        assert exact_error(merged.library, name, adapter) < 1e-6
    one_by_one = SkillLibrary()
    for name, adapter in adapters.items():
        one_by_one = merge(one_by_one, {name: adapter}, tolerance=0.0).library
    for name, adapter in adapters.items():
        assert exact_error(one_by_one, name, adapter) < 1e-6


def test_a_one_shot_merge_knows_neither_gauge_nor_order() -> None:
    generator = torch.Generator().manual_seed(1)
    raw = [
        (torch.randn(20, 3, generator=generator).double(), torch.randn(3, 15, generator=generator).double())
        for _ in range(4)
    ]
    G = torch.randn(3, 3, generator=generator).double()
    plain = {f"t{i}": {"m": fold(B, A, 1.0)} for i, (B, A) in enumerate(raw)}
    gauged = {f"t{i}": {"m": fold(B @ G, torch.linalg.inv(G) @ A, 1.0)} for i, (B, A) in reversed(list(enumerate(raw)))}
    renamed = {f"t{9 - i}": {"m": fold(B, A, 1.0)} for i, (B, A) in enumerate(raw)}
    reference = initialise(plain, k=6).library
    for other, name in ((initialise(gauged, k=6), "t1"), (initialise(renamed, k=6), "t8")):
        torch.testing.assert_close(dense(other.library, name), dense(reference, "t1"), rtol=1e-4, atol=1e-5)


def test_appending_leaves_every_old_skill_bit_identical(make_matrix: MakeMatrix) -> None:
    first = initialise({"a": {"m": make_matrix()}, "b": {"m": make_matrix()}}, tolerance=0.0).library
    merged = merge(first, {"c": {"m": make_matrix()}})
    assert merged.appended_only
    assert merged.growth["m"].beta == (6, 9)
    assert row(merged, "a").fate is Fate.UNCHANGED
    for skill in "ab":
        assert merged.library.digest(skill) == first.digest(skill)
        assert torch.equal(dense(merged.library, skill), dense(first, skill))
    assert first.skills.keys() == {"a", "b"}, "the old library is a value and stays"


def test_a_new_skill_trained_in_the_frozen_basis_adds_no_column(make_matrix: MakeMatrix) -> None:
    first = initialise({"a": {"m": make_matrix()}, "b": {"m": make_matrix()}}, tolerance=0.0).library
    basis, core = first.bases["m"], torch.randn(6, 6, generator=torch.Generator().manual_seed(2))
    new = {"m": fold(basis.beta.vectors.double() @ core.double(), basis.alpha.vectors.double().T, 1.0)}
    merged = merge(first, {"c": new}, tolerance=0.0)
    assert merged.growth["m"].beta == merged.growth["m"].alpha == (6, 6)
    torch.testing.assert_close(merged.library.cores("c")["m"], core, rtol=1e-5, atol=1e-6)


def test_the_new_skill_is_in_the_merge_and_within_its_ledger(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}}, tolerance=0.0).library
    for tolerance, cap in ((0.0, None), (0.3, None), (0.05, 5)):
        new = {"m": make_matrix(rank=4)}
        merged = merge(library, {"new": new}, tolerance=tolerance, k_cap=cap, budget=0.9)
        assert float(merged.library.cores("new")["m"].norm()) > 0
        line = row(merged, "new")
        assert line.fate is Fate.MERGED
        assert exact_error(merged.library, "new", new) <= line.guarantee + 1e-6
        assert line.exact == pytest.approx(line.guarantee, abs=1e-6)
        if cap is None:
            assert line.guarantee <= max(tolerance, 1e-6)


def test_old_tasks_move_no_more_than_the_ledger_allows(make_matrix: MakeMatrix) -> None:
    originals = {f"t{i}": {"m": make_matrix(), "w": make_matrix(rank=1)} for i in range(3)}
    library = initialise(originals, tolerance=0.0).library
    merges = 0
    for i in range(3, 12):
        new = {f"t{i}": {"m": make_matrix(scale=0.3), "w": make_matrix(rank=1, scale=0.3)}}
        originals |= new
        merged = merge(library, new, k_cap=12, budget=10.0, originals=originals)
        merges += merged.appended_only is False
        for line in merged.rows:
            assert line.exact is not None
            assert line.exact <= line.guarantee + 1e-6
        before, after = row_guarantees(library), row_guarantees(merged.library)
        for skill in library.skills:
            moved = pooled_difference(library, merged.library, skill)
            allowed = after[skill] - before[skill] + 1e-5
            assert moved <= allowed
            assert output_difference(library, merged.library, skill) <= allowed
        library = merged.library
    assert merges >= 5, "the cap must have forced rotations"
    settled = library.settled()
    for skill, original in originals.items():
        tightened = max(settled.skill(skill).guarantees[m] - library.bounds(skill)[m] for m in original)
        assert tightened <= 1e-6, "a measured loss is never above its bound"
        assert exact_error(settled, skill, original) == pytest.approx(exact_error(library, skill, original), abs=1e-6)


def row_guarantees(library: SkillLibrary) -> dict[str, float]:
    """Absolute, summed over matrices: what each skill may have moved since it was trained."""
    return {skill: sum(library.bounds(skill).values()) for skill in library.skills}


def output_difference(first: SkillLibrary, second: SkillLibrary, skill: str) -> float:
    """How far the outputs for one input of length 1 are apart, summed over matrices."""
    x = torch.nn.functional.normalize(torch.ones(18, dtype=torch.float64), dim=0)
    return sum(float(((dense(first, skill, m) - dense(second, skill, m)) @ x).norm()) for m in first.skill(skill).norms)


def pooled_difference(first: SkillLibrary, second: SkillLibrary, skill: str) -> float:
    return sum(float((dense(first, skill, m) - dense(second, skill, m)).norm()) for m in first.skill(skill).norms)


def test_a_rotating_merge_touches_no_core_until_the_skill_is_used(make_matrix: MakeMatrix) -> None:
    first = initialise({"a": {"m": make_matrix()}, "b": {"m": make_matrix()}}, tolerance=0.0).library
    library = first
    for i in range(3):
        library = merge(library, {f"n{i}": {"m": make_matrix(scale=0.01)}}, k_cap=6, budget=10.0).library
    assert len(library.rotations) == 3
    assert library.skill("a").merge == 1
    assert library.skill("a").cores["m"] is first.skill("a").cores["m"], "stored as it was, turned on the way out"
    assert not torch.equal(library.cores("a")["m"], first.cores("a")["m"])
    settled = library.settled()
    assert settled.skill("a").merge == 4
    assert not settled.rotations
    assert settled.digest("a") == library.digest("a")
    assert torch.equal(settled.cores("a")["m"], library.cores("a")["m"])


def test_ten_merges_stay_close_to_merging_everything_at_once(make_matrix: MakeMatrix) -> None:
    shared = torch.linalg.qr(torch.randn(24, 6, dtype=torch.float64, generator=torch.Generator().manual_seed(1))).Q
    shared = shared * torch.tensor([1.0, 0.7, 0.5, 0.3, 0.2, 0.1])
    start = torch.randn(3, 18, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    adapters = {f"t{i}": {"m": make_matrix(within=shared, start=start)} for i in range(10)}
    library = SkillLibrary()
    for name, adapter in adapters.items():
        library = merge(library, {name: adapter}, tolerance=0.0, k_cap=4, budget=10.0).library
    at_once = initialise(adapters, k=4).library
    cost = mean_error(at_once, adapters)
    assert cost > 0.05, "the cap must cost something, or this shows nothing"
    assert mean_error(library, adapters) - cost < 0.02


def test_a_merge_over_budget_is_refused_and_the_skill_keeps_its_own_columns(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}, "b": {"m": make_matrix()}}, tolerance=0.0).library
    new = {"m": make_matrix(scale=3.0)}
    merged = merge(library, {"big": new}, k_cap=6, budget=0.05)
    assert merged.refused == ("big",)
    assert row(merged, "big").fate is Fate.PENDING
    assert exact_error(merged.library, "big", new) < 1e-6, "refused, but served as trained"
    for skill in "ab":
        assert merged.library.digest(skill) == library.digest(skill)
    later = merge(merged.library, {}, k_cap=9, budget=0.05)
    assert later.refused == ()
    assert not later.library.skill("big").pending
    assert exact_error(later.library, "big", new) < 1e-6


def test_of_several_new_skills_only_those_that_fit_are_taken(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}, "b": {"m": make_matrix()}}, tolerance=0.0).library
    basis = library.bases["m"]
    fits = {"m": fold(basis.beta.vectors[:, :2], basis.alpha.vectors[:, :2].T, 1.0)}
    merged = merge(library, {"big": {"m": make_matrix(scale=3.0)}, "fits": fits}, k_cap=6, budget=0.05)
    assert merged.refused == ("big",)
    assert row(merged, "fits").fate is Fate.MERGED


def test_a_bound_that_is_too_careful_is_replaced_by_a_measurement(make_matrix: MakeMatrix) -> None:
    """A strong skill's energy makes the pooled bound useless for a weak one: it is then turned and measured."""
    Q = torch.linalg.qr(torch.randn(24, 8, dtype=torch.float64, generator=torch.Generator().manual_seed(7))).Q
    R = torch.linalg.qr(torch.randn(18, 8, dtype=torch.float64, generator=torch.Generator().manual_seed(8))).Q
    strong = {"m": fold(Q[:, :3] * torch.tensor([100.0, 100.0, 5.0]), R[:, :3].T, 1.0)}
    weak = {"m": fold(Q[:, 3:4] * 20.0, R[:, 3:4].T, 1.0)}
    library = initialise({"strong": strong, "weak": weak}, tolerance=0.0).library
    new = {"m": fold(Q[:, 4:5] * 20.0, R[:, 4:5].T, 1.0)}
    merged = merge(library, {"new": new}, k_cap=4, budget=0.1)
    assert merged.refused == ()
    assert row(merged, "weak").guarantee < 1e-4
    assert merged.library.skill("weak").merge == 2
    assert merged.library.skill("strong").merge == 1
    assert exact_error(merged.library, "weak", weak) < 1e-4


def test_a_task_over_budget_before_does_not_block_merges_that_leave_it_alone(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}, "b": {"m": make_matrix()}}, k=2).library
    merged = merge(library, {"c": {"m": make_matrix()}}, tolerance=0.0, budget=0.05)
    assert row(merged, "a").guarantee > 0.05
    assert merged.refused == ()


def test_independent_starts_make_k_grow_linearly_and_warn(make_matrix: MakeMatrix) -> None:
    shared = torch.linalg.qr(torch.randn(60, 6, dtype=torch.float64, generator=torch.Generator().manual_seed(1))).Q
    library, sizes, warnings = SkillLibrary(), [], []
    for i in range(6):
        merged = merge(library, {f"t{i}": {"m": make_matrix(rank=4, outputs=60, inputs=50, within=shared)}})
        library = merged.library
        sizes.append(library.bases["m"].alpha.size)
        warnings.append(bool(merged.warnings))
    assert sizes == [4, 8, 12, 16, 20, 24]
    assert warnings == [False, True, True, True, True, True]


def test_one_start_for_all_makes_k_level_off_without_a_warning(make_matrix: MakeMatrix) -> None:
    generator = torch.Generator().manual_seed(3)
    shared = torch.linalg.qr(torch.randn(60, 6, dtype=torch.float64, generator=generator)).Q
    start = torch.randn(4, 50, dtype=torch.float64, generator=generator)
    drift = torch.randn(2, 50, dtype=torch.float64, generator=generator)
    library, sizes, warnings = SkillLibrary(), [], []
    for i in range(6):
        A = start + 0.3 * torch.randn(4, 2, dtype=torch.float64, generator=generator) @ drift
        merged = merge(library, {f"t{i}": {"m": make_matrix(rank=4, outputs=60, inputs=50, within=shared, start=A)}})
        library = merged.library
        sizes.append(library.bases["m"].alpha.size)
        warnings.append(bool(merged.warnings))
    assert sizes[-1] <= 6
    assert sizes[-1] == sizes[-2] == sizes[-3]
    assert not any(warnings)


def test_refining_old_skills_is_never_mixed_silently_with_strict_merging(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}}, tolerance=0.0).library
    assert merge(library, {"b": {"m": make_matrix()}}).mode is Mode.STRICT
    refined = {"m": make_matrix()}
    merged = merge(library, {"a": refined}, refined=["a"])
    assert merged.mode is Mode.ALMOST_STRICT
    assert exact_error(merged.library, "a", refined) < 0.05


def test_skills_may_adapt_different_matrices_and_leave_some_at_zero(make_matrix: MakeMatrix) -> None:
    nothing = fold(torch.zeros(24, 2), torch.ones(2, 18), 1.0)
    adapters = {"a": {"m": make_matrix()}, "b": {"w": make_matrix(outputs=8, inputs=30)}, "c": {"m": nothing}}
    merged = initialise(adapters, tolerance=0.0)
    for name, adapter in adapters.items():
        assert exact_error(merged.library, name, adapter) < 1e-6
    assert merged.library.bases["w"].beta.size == 3
    assert initialise({}).library.skills == {}


def test_shapes_of_another_model_and_silly_tolerances_are_refused(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}}).library
    with pytest.raises(ValueError, match="8x18"):
        merge(library, {"b": {"m": make_matrix(outputs=8)}})
    with pytest.raises(ValueError, match="tolerance"):
        merge(library, {"b": {"m": make_matrix()}}, tolerance=1.0)
