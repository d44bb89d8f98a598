"""A skill is trained in the frozen basis: nothing of the basis or the base model moves, the coefficients do."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.errors import TrainingDiverged
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.measure import fit
from sleepy_coder.training.skill import SkillPlan, TrainedSkill, train_in_basis

PLAN = SkillPlan(steps=4, rate=1e-2, tokens_per_batch=400, longest=512, phi=2, rank=None, fits_at=0.0, seed=1)


@pytest.fixture
def model(new_model: Callable[..., Any]) -> Any:
    return new_model()


@pytest.fixture
def attachment(model: Any) -> Attachment:
    return attach(model)


@pytest.fixture
def library(attachment: Attachment) -> SkillLibrary:
    adapter = LoRAAdapter(attachment.shapes, rank=4, seed=1)
    with torch.no_grad():
        for name, tensor in adapter.tensors.items():
            if name.endswith(".B"):
                tensor.normal_(std=0.05, generator=torch.Generator().manual_seed(len(name)))
    return initialise({"old": adapter.folded()}, tolerance=0.01).library


def basis_of(library: SkillLibrary) -> dict[str, torch.Tensor]:
    found = {}
    for matrix, basis in library.bases.items():
        for name, side in (("beta", basis.beta), ("alpha", basis.alpha)):
            found[f"{matrix}.{name}"] = side.vectors.clone()
            found[f"{matrix}.{name}.spread"] = side.spread.clone()
    return found


def learn(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow], plan: SkillPlan, **more: Any
) -> TrainedSkill:
    return train_in_basis(model, attachment, library, rows[:8], rows[8:], plan, padding=0, **more)


@pytest.mark.parametrize("fits_at", [0.0, 1.1])
def test_basis_and_base_model_do_not_move_by_a_bit(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow], fits_at: float
) -> None:
    ids = torch.tensor([rows[0].ids])
    with torch.no_grad():
        logits = model(input_ids=ids).logits
    before, core = basis_of(library), {m: c.clone() for m, c in library.cores("old").items()}
    learn(model, attachment, library, rows, replace(PLAN, fits_at=fits_at))
    after = basis_of(library)
    assert before and all(torch.equal(tensor, after[name]) for name, tensor in before.items()), "the basis moved"
    assert all(torch.equal(tensor, library.cores("old")[name]) for name, tensor in core.items())
    with torch.no_grad():
        assert torch.equal(model(input_ids=ids).logits, logits)
    assert all(parameter.grad is None for parameter in model.parameters())


@pytest.mark.parametrize("rank", [None, 2])
def test_coefficients_learn_in_every_matrix_and_stay_in_the_basis(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow], rank: int | None
) -> None:
    trained = learn(model, attachment, library, rows, replace(PLAN, rank=rank))
    assert (trained.kind, trained.steps, len(trained.curve)) == ("coefficients", 4, 4)
    assert trained.folded.keys() == library.bases.keys()
    for matrix, folded in trained.folded.items():
        delta = (folded.left.double() * folded.singular.double()) @ folded.right.double().T
        assert delta.abs().max() > 0, f"{matrix} learned nothing"
        beta, alpha = (side.vectors.double() for side in (library.bases[matrix].beta, library.bases[matrix].alpha))
        inside = beta @ (beta.T @ delta @ alpha) @ alpha.T
        assert torch.linalg.norm(delta - inside) < 1e-4 * torch.linalg.norm(delta)
    assert trained.after.loss < trained.before.loss


def test_columns_are_opened_only_where_coefficients_do_not_fit(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow]
) -> None:
    """Steps are counted by what `on_step` saw: twice as many where the expansion was tried."""
    for fits_at, phi, expected in ((0.0, 2, 4), (1.1, 2, 8), (1.1, 0, 4)):
        seen: list[int] = []
        learn(
            model,
            attachment,
            library,
            rows,
            replace(PLAN, fits_at=fits_at, phi=phi),
            on_step=lambda report, seen=seen: seen.append(report.step),
        )
        assert len(seen) == expected


def test_a_diverged_training_leaves_nothing_attached_and_diverged_columns_leave_the_coefficients(
    model: Any,
    attachment: Attachment,
    library: SkillLibrary,
    rows: list[TokenRow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ids = torch.tensor([rows[0].ids])
    with torch.no_grad():
        logits = model(input_ids=ids).logits
    with pytest.raises(TrainingDiverged):
        learn(model, attachment, library, rows, replace(PLAN, rate=1e37))
    with torch.no_grad():
        assert torch.equal(model(input_ids=ids).logits, logits) and not model.training
    monkeypatch.setattr("sleepy_coder.adapters.share_layer.ExpansionAdapter.parameters", diverging)
    found = learn(model, attachment, library, rows, replace(PLAN, fits_at=1.1))
    assert (found.kind, found.narrow) == ("coefficients", found.after)


def diverging(adapter: Any) -> list[torch.nn.Parameter]:
    with torch.no_grad():
        for tensor in adapter.tensors.values():
            tensor.fill_(float("nan"))
    return list(adapter.tensors.values())


def test_training_stops_when_it_may_not_go_on(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow]
) -> None:
    trained = learn(model, attachment, library, rows, replace(PLAN, fits_at=1.1), may_go_on=lambda: False)
    assert (trained.steps, trained.kind) == (1, "coefficients")


def test_the_same_plan_gives_the_same_skill_and_a_warm_start_another(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow]
) -> None:
    first, second = (learn(model, attachment, library, rows, PLAN) for _ in range(2))
    warm = learn(model, attachment, library, rows, PLAN, warm="old")
    matrix = next(iter(first.folded))
    assert all(torch.equal(first.folded[m].singular, second.folded[m].singular) for m in first.folded)
    assert not torch.equal(first.folded[matrix].singular, warm.folded[matrix].singular)


def test_what_was_known_before_is_what_the_served_skill_knew_not_the_base_model(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow]
) -> None:
    new = learn(model, attachment, library, rows, PLAN, kept=rows[8:])
    again = learn(model, attachment, library, rows, PLAN, warm="old", served="old", kept=rows[8:])
    attachment.load(library)
    for served, found in ((None, new), ("old", again)):
        attachment.select(served)
        assert found.before == fit(model, rows[8:], padding=0)
        assert found.kept_before == round(len(rows[8:]) * found.before.exact_fraction)
    assert new.before != again.before
