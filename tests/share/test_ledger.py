from collections.abc import Callable

import pytest
import torch

from sleepy_coder.share.basis import Basis, Side
from sleepy_coder.share.fold import FoldedMatrix
from sleepy_coder.share.ledger import Fate, break_even_tasks, byte_lines, exact_error, ledger_row
from sleepy_coder.share.library import Skill, SkillLibrary
from sleepy_coder.share.merge import initialise

MakeMatrix = Callable[..., FoldedMatrix]


def side(length: int, k: int) -> Side:
    return Side(torch.eye(length)[:, :k], torch.eye(k))


def test_the_three_figures_agree_after_one_projection(make_matrix: MakeMatrix) -> None:
    adapters = {name: {"m": make_matrix(), "w": make_matrix(scale=0.1)} for name in "abc"}
    library = initialise(adapters, k=5).library
    row = ledger_row(library, "a", Fate.MERGED, adapters["a"])
    assert row.exact is not None
    assert row.exact > 0.1
    assert row.estimate == pytest.approx(row.exact, rel=1e-3)
    assert row.guarantee == pytest.approx(row.exact, rel=1e-5)
    assert row.norm == pytest.approx((adapters["a"]["m"].norm ** 2 + adapters["a"]["w"].norm ** 2) ** 0.5)


def test_the_worst_matrix_is_named_even_when_it_is_small(make_matrix: MakeMatrix) -> None:
    cores = {"good": torch.eye(2), "bad": 0.01 * torch.eye(2)}
    skill = Skill(cores, 1, {"good": 1.5, "bad": 0.02}, {"good": 0.015, "bad": 0.01})
    bases = {name: Basis(side(6, 2), side(5, 2)) for name in cores}
    row = ledger_row(SkillLibrary(bases, {"a": skill}, 1), "a", Fate.UNCHANGED)
    assert row.worst == "bad"
    assert row.worst_guarantee == pytest.approx(0.5)
    assert row.guarantee == pytest.approx((0.015**2 + 0.01**2) ** 0.5 / (1.5**2 + 0.02**2) ** 0.5)
    assert row.exact is None


def test_a_matrix_that_the_library_does_not_serve_counts_as_lost(make_matrix: MakeMatrix) -> None:
    library = initialise({"a": {"m": make_matrix()}}, tolerance=0.0).library
    original = {"m": library.folded("a")["m"], "w": make_matrix()}
    share = original["w"].norm / (original["m"].norm ** 2 + original["w"].norm ** 2) ** 0.5
    assert exact_error(library, "a", original) == pytest.approx(share, rel=1e-5)


def test_byte_lines_count_what_the_paper_counts_and_what_it_leaves_out() -> None:
    library = SkillLibrary({"m": Basis(side(512, 32), side(512, 32))}, {}, 1)
    lines = {line.what: line for line in byte_lines(library, p=1, phi=2, rank=8)}
    lora = lines["archive per skill"].numbers
    assert lora == 8 * 1024
    assert lora / lines["coefficients resident per skill"].numbers == 128
    assert lora / lines["core per skill"].numbers == 8
    assert lora / lines["temporary columns while a skill trains"].numbers == pytest.approx(4, abs=0.02)
    assert lines["basis"].bytes == 4 * 32 * 1024
    assert break_even_tasks(library, p=1, rank=8) == pytest.approx(32 / 8, rel=0.02)


def test_share_never_breaks_even_where_coefficients_are_no_smaller() -> None:
    library = SkillLibrary({"m": Basis(side(16, 16), side(16, 16))}, {}, 1)
    assert break_even_tasks(library, p=4, rank=2) == float("inf")
