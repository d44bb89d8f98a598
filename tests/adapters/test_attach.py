from collections.abc import Callable

import pytest
import torch
from torch import nn
from transformers.pytorch_utils import Conv1D

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.errors import ModelBroken
from sleepy_coder.share.coefficients import truncate
from sleepy_coder.share.fold import FoldedAdapter, fold_factors
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import merge

Logits = Callable[[], torch.Tensor]


def with_delta(model: nn.Module, folded: FoldedAdapter, run: Logits) -> torch.Tensor:
    """The reference: ΔW added to the float32 weights themselves."""
    weights = {name: module.weight for name, module in model.named_modules() if isinstance(module, nn.Linear)}
    saved = {matrix: weights[matrix].data.clone() for matrix in folded}
    for matrix, own in folded.items():
        weights[matrix].data += own.dense().float()
    out = run()
    for matrix, before in saved.items():
        weights[matrix].data.copy_(before)
    return out


def test_abstaining_gives_the_base_models_logits_bit_for_bit(
    model: nn.Module, library: SkillLibrary, logits: Logits
) -> None:
    base = logits()
    attachment = attach(model, library)
    assert torch.equal(logits(), base)
    attachment.select("skill-0")
    assert not torch.allclose(logits(), base, atol=1e-2)
    for abstention in (None, [None, None, None, None], []):
        attachment.select("skill-0")
        attachment.select(abstention)
        assert torch.equal(logits(), base)


def test_detaching_leaves_the_model_as_it_was(model: nn.Module, library: SkillLibrary, logits: Logits) -> None:
    base, state = logits(), {name: tensor.clone() for name, tensor in model.state_dict().items()}
    attachment = attach(model, library)
    attachment.train(LoRAAdapter(attachment.shapes, rank=2))
    attachment.select("skill-1")
    attachment.detach()
    assert torch.equal(logits(), base)
    assert model.state_dict().keys() == state.keys()
    assert all(torch.equal(tensor, state[name]) for name, tensor in model.state_dict().items())
    assert all(parameter.requires_grad for parameter in model.parameters())
    assert not any(module._forward_hooks or "forward" in vars(module) for module in model.modules())


def test_a_selected_skill_equals_its_delta_added_to_the_weights(
    model: nn.Module, library: SkillLibrary, adapters: dict[str, FoldedAdapter], logits: Logits
) -> None:
    attachment = attach(model, library)
    for skill, folded in adapters.items():
        attachment.select(None)
        expected = with_delta(model, folded, logits)
        attachment.select(skill)
        torch.testing.assert_close(logits(), expected, rtol=1e-4, atol=1e-5)


def test_a_batch_of_mixed_skills_gives_each_row_what_it_gets_alone(
    model: nn.Module, library: SkillLibrary, logits: Logits
) -> None:
    rows = ["skill-2", None, "skill-0", "skill-2"]
    attachment = attach(model, library)
    alone = {}
    for skill in set(rows):
        attachment.select(skill)
        alone[skill] = logits()
    attachment.select(rows)
    mixed = logits()
    for i, skill in enumerate(rows):
        torch.testing.assert_close(mixed[i], alone[skill][i], rtol=1e-5, atol=1e-5)
    assert torch.equal(mixed[1], alone[None][1])
    assert not torch.allclose(mixed[0], alone["skill-0"][0], atol=1e-2)


@pytest.mark.parametrize("serving_rank", [None, 2])
def test_a_merge_that_appends_changes_no_bit_of_what_an_old_skill_says(
    serving_rank: int | None, model: nn.Module, library: SkillLibrary, logits: Logits
) -> None:
    merged = merge(library, {"new": stranger(model)}, tolerance=0.0)
    assert merged.appended_only
    attachment = attach(model, library, serving_rank=serving_rank)
    attachment.select("skill-1")
    before = logits()
    attachment.load(merged.library)
    attachment.select("skill-1")
    assert torch.equal(logits(), before)


def test_pending_skills_are_served_from_their_own_columns_alone_and_mixed(
    model: nn.Module, library: SkillLibrary, adapters: dict[str, FoldedAdapter], logits: Logits
) -> None:
    cap = min(min(b.beta.size, b.alpha.size) for b in library.bases.values())
    new = stranger(model)
    pending = merge(library, {"new": new}, tolerance=0.0, k_cap=cap, budget=1e-4).library
    assert pending.skill("new").pending
    attachment = attach(model, pending)
    expected = {None: logits(), "new": with_delta(model, new, logits)}
    attachment.select("new")
    torch.testing.assert_close(logits(), expected["new"], rtol=1e-4, atol=1e-5)
    attachment.select("skill-0")
    expected["skill-0"] = logits()
    rows = [None, "new", "skill-0", "new"]
    attachment.select(rows)
    mixed = logits()
    for i, skill in enumerate(rows):
        torch.testing.assert_close(mixed[i], expected[skill][i], rtol=1e-4, atol=1e-5)


def stranger(model: nn.Module) -> FoldedAdapter:
    """An adapter that shares no start with the library's."""
    attachment = attach(model)
    adapter = LoRAAdapter(attachment.shapes, rank=3, seed=1234)
    attachment.detach()
    with torch.no_grad():
        for name, parameter in adapter.tensors.items():
            if name.endswith(".B"):
                parameter.copy_(0.5 * torch.randn(parameter.shape, generator=torch.Generator().manual_seed(9)))
    return adapter.folded()


@pytest.mark.parametrize("rows", [None, ["skill-2", "skill-2", None, "skill-1"]])
def test_a_serving_rank_serves_the_truncated_core(
    model: nn.Module, library: SkillLibrary, logits: Logits, rows: list[str | None] | None
) -> None:
    cut = {}
    for matrix, core in library.cores("skill-2").items():
        basis, epsilon = library.bases[matrix], truncate(core, 1)
        cut[matrix] = fold_factors(basis.beta.vectors @ epsilon.beta, basis.alpha.vectors @ epsilon.alpha)
    expected = with_delta(model, cut, logits)
    attachment = attach(model, library, serving_rank=1)
    attachment.select(rows or "skill-2")
    torch.testing.assert_close(logits()[0], expected[0], rtol=1e-4, atol=1e-5)


def test_a_half_precision_model_gets_a_float32_side_path(
    model: nn.Module, library: SkillLibrary, logits: Logits
) -> None:
    """A delta below bf16's resolution still reaches the output: the path is not rounded into the weights."""
    exact_attachment = attach(model, library)
    base = logits()
    exact_attachment.select("skill-0")
    exact = logits() - base
    exact_attachment.detach()
    model.bfloat16()
    attachment = attach(model, library)
    base_half = logits().float()
    for selection in ("skill-0", ["skill-0"] * 4):
        attachment.select(selection)
        assert logits().dtype == torch.bfloat16
        moved = logits().float() - base_half
        assert torch.cosine_similarity(moved.flatten(), exact.flatten(), dim=0) > 0.98


def test_names_and_shapes_that_do_not_fit_fail_loudly(model: nn.Module, library: SkillLibrary, logits: Logits) -> None:
    attachment = attach(model, library)
    with pytest.raises(KeyError, match="skill-9"):
        attachment.select("skill-9")
    with pytest.raises(KeyError, match="skill-9"):
        attachment.select([None, "skill-9", None, None])
    attachment.select(["skill-0", "skill-1"])
    with pytest.raises(ValueError, match="2 rows"):
        logits()
    with pytest.raises(ModelBroken, match="library"):
        attach(nn.Sequential(nn.Linear(3, 3)), library, targets=("0",))
    with pytest.raises(ModelBroken, match="no layer"):
        attach(nn.Sequential(nn.Linear(3, 3)))
    with pytest.raises(ModelBroken, match="another model"):
        attach(nn.Sequential(nn.Linear(3, 3)), targets=("0",)).train(LoRAAdapter(attachment.shapes, rank=2))


def test_layers_that_are_not_plain_linear_are_refused() -> None:
    class Quantised(nn.Linear):
        pass

    class Packed(nn.Module):
        """As some quantised layers are: no subclass of nn.Linear."""

    for layer, name in ((Quantised(3, 3), "Quantised"), (Packed(), "Packed"), (Conv1D(3, 3), "Conv1D")):
        with pytest.raises(ModelBroken, match=name):
            attach(nn.ModuleList([nn.ModuleDict({"q_proj": layer})]))


def test_loading_another_library_deselects(model: nn.Module, library: SkillLibrary, logits: Logits) -> None:
    base = logits()
    attachment = attach(model, library)
    attachment.select("skill-0")
    attachment.load(SkillLibrary())
    assert torch.equal(logits(), base)
    with pytest.raises(KeyError):
        attachment.select("skill-0")
