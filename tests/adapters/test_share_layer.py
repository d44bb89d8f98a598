from collections.abc import Callable

import pytest
import torch
from torch import nn

from sleepy_coder.adapters import trained_linear as trained_linear_module
from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.adapters.share_layer import CoefficientAdapter, ExpansionAdapter
from sleepy_coder.adapters.targets import Shape
from sleepy_coder.adapters.trainable import TrainableAdapter, TrainedPath, seeded
from sleepy_coder.adapters.trained_linear import trained_linear
from sleepy_coder.errors import ModelBroken
from sleepy_coder.share.fold import fold_factors
from sleepy_coder.share.ledger import exact_error
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import merge

Logits = Callable[[], torch.Tensor]
Make = Callable[[Attachment], TrainableAdapter]

KINDS: dict[str, Make] = {
    "lora": lambda attachment: LoRAAdapter(attachment.shapes, rank=2),
    "full core": lambda attachment: CoefficientAdapter(attachment.library),
    "rank-p": lambda attachment: CoefficientAdapter(attachment.library, rank=2),
    "warm full core": lambda attachment: CoefficientAdapter(attachment.library, warm="skill-0"),
    "warm rank-p": lambda attachment: CoefficientAdapter(attachment.library, rank=3, warm="skill-0"),
    "expansion": lambda attachment: ExpansionAdapter(attachment.library, phi=2),
    "warm expansion": lambda attachment: ExpansionAdapter(
        attachment.library, phi=2, warm={"skill-0": 0.5, "skill-1": 0.5}
    ),
}
each_kind = pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())


def loss(model: nn.Module, tokens: torch.Tensor) -> torch.Tensor:
    result: torch.Tensor = model(tokens, labels=tokens).loss
    return result


def steps(
    model: nn.Module, adapter: TrainableAdapter, tokens: torch.Tensor, count: int, rate: float = 1e-2
) -> list[float]:
    optimiser = torch.optim.Adam(adapter.parameters(), lr=rate)
    losses = []
    for _ in range(count):
        optimiser.zero_grad()
        value = loss(model, tokens)
        value.backward()
        optimiser.step()
        losses.append(value.item())
    return losses


@each_kind
def test_training_starts_where_it_says_and_every_tensor_has_a_gradient_within_two_steps(
    make: Make,
    model: nn.Module,
    library: SkillLibrary,
    tokens: torch.Tensor,
    logits: Logits,
    request: pytest.FixtureRequest,
) -> None:
    attachment = attach(model, library)
    base = logits()
    adapter = make(attachment)
    attachment.train(adapter)
    if "warm" not in request.node.name:
        torch.testing.assert_close(logits(), base, rtol=1e-5, atol=1e-5)
        assert all(folded.norm < 1e-6 for folded in adapter.folded().values())
    else:
        assert not torch.allclose(logits(), base, atol=1e-2)
    reached = set()
    optimiser = torch.optim.SGD(adapter.parameters(), lr=1e-2)
    for _ in range(2):
        optimiser.zero_grad()
        loss(model, tokens).backward()
        reached |= {name for name, p in adapter.tensors.items() if p.grad is not None and bool((p.grad != 0).any())}
        optimiser.step()
    assert reached == set(adapter.tensors)
    assert all(parameter.grad is None for parameter in model.parameters())


@each_kind
def test_training_lowers_the_loss_and_the_folded_delta_says_the_same(
    make: Make, model: nn.Module, library: SkillLibrary, tokens: torch.Tensor, logits: Logits
) -> None:
    attachment = attach(model, library)
    base = logits()
    adapter = make(attachment)
    attachment.train(adapter)
    losses = steps(model, adapter, tokens, 12)
    assert losses[-1] < losses[0] - 0.05
    trained = logits()
    attachment.select(None)
    assert torch.equal(logits(), base), "no base weight moved"
    folded = adapter.folded()
    merged = merge(library, {"new": folded}, tolerance=0.0)
    assert exact_error(merged.library, "new", folded) < 1e-6
    attachment.load(merged.library)
    attachment.select("new")
    torch.testing.assert_close(logits(), trained, rtol=1e-4, atol=1e-4)


@each_kind
def test_one_product_with_merged_weights_trains_as_the_side_path_does(
    make: Make, model: nn.Module, library: SkillLibrary, tokens: torch.Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachment = attach(model, library)
    adapter = make(attachment)
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in adapter.parameters():
            parameter.add_(0.05 * torch.randn(parameter.shape, generator=generator))
    results = {}
    for way in ("merged", "side path"):
        attachment.train(adapter)
        monkeypatch.setattr(trained_linear_module, "_worth_merging", lambda *_, way=way: way == "merged")
        value = loss(model, tokens)
        gradients = torch.autograd.grad(value, adapter.parameters())
        results[way] = (value.detach(), *gradients)
    for one, other in zip(results["merged"], results["side path"], strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-6)


@each_kind
def test_a_half_precision_model_trains_a_float32_adapter(
    make: Make, model: nn.Module, library: SkillLibrary, tokens: torch.Tensor
) -> None:
    model.bfloat16()
    attachment = attach(model, library)
    adapter = make(attachment)
    attachment.train(adapter)
    losses = steps(model, adapter, tokens, 12)
    assert losses[-1] < losses[0] - 0.05
    assert all(parameter.dtype is torch.float32 for parameter in adapter.parameters())
    assert all(parameter.dtype is torch.bfloat16 and parameter.grad is None for parameter in model.parameters())


@pytest.mark.parametrize("merges", [True, False])
def test_a_training_layer_has_the_right_gradients(merges: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained_linear_module, "_worth_merging", lambda *_: merges)
    layer = nn.Linear(5, 4).double().requires_grad_(False)
    generator = torch.Generator().manual_seed(0)

    def random(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, dtype=torch.float64, generator=generator).requires_grad_()

    x, left, thin, right, alpha = random(2, 3, 5), random(4, 2), random(3, 2), random(5, 2), random(5, 3).detach()
    wide = random(4, 3)

    def seen(x: torch.Tensor) -> torch.Tensor:
        return x.flatten(0, -2) @ alpha

    for path, made in (
        (TrainedPath(left, right, None), None),
        (TrainedPath(left, thin, alpha), seen),
        (TrainedPath(wide, None, alpha), seen),
    ):
        trained = [x, path.left, *([] if path.inner is None else [path.inner])]
        for wanted in (trained, trained[1:]):
            x.requires_grad_(wanted is trained)
            assert torch.autograd.gradcheck(lambda *_, p=path, m=made: trained_linear(layer, x, p, m), wanted)


@pytest.mark.parametrize("name", ["full core", "rank-p", "expansion"])
def test_the_basis_does_not_move_while_coefficients_train(
    name: str, model: nn.Module, library: SkillLibrary, tokens: torch.Tensor
) -> None:
    before = {m: (b.beta.vectors.clone(), b.alpha.vectors.clone()) for m, b in library.bases.items()}
    digests = {skill: library.digest(skill) for skill in library.skills}
    attachment = attach(model, library)
    adapter = KINDS[name](attachment)
    attachment.train(adapter)
    steps(model, adapter, tokens, 3)
    for matrix, (beta, alpha) in before.items():
        assert torch.equal(library.bases[matrix].beta.vectors, beta)
        assert torch.equal(library.bases[matrix].alpha.vectors, alpha)
    assert {skill: library.digest(skill) for skill in library.skills} == digests


def test_what_coefficients_learn_adds_no_column_and_what_an_expansion_learns_at_most_phi(
    model: nn.Module, library: SkillLibrary, tokens: torch.Tensor
) -> None:
    attachment = attach(model, library)
    for name, phi in (("full core", 0), ("rank-p", 0), ("expansion", 2)):
        adapter = KINDS[name](attachment)
        attachment.train(adapter)
        steps(model, adapter, tokens, 4)
        merged = merge(library, {"new": adapter.folded()}, tolerance=0.0)
        for matrix, growth in merged.growth.items():
            limits = library.bases[matrix].beta.vectors.shape[0], library.bases[matrix].alpha.vectors.shape[0]
            for (before, after), limit in zip((growth.beta, growth.alpha), limits, strict=True):
                assert after == min(before + phi, limit)
        assert all(float(core.norm()) > 0 for core in merged.library.cores("new").values())
        assert merged.appended_only


def test_a_warm_start_begins_as_the_skill_it_starts_from(
    model: nn.Module, library: SkillLibrary, logits: Logits
) -> None:
    attachment = attach(model, library)
    attachment.select("skill-0")
    expected = logits()
    for make in ("warm full core", "warm rank-p"):
        attachment.train(KINDS[make](attachment))
        torch.testing.assert_close(logits(), expected, rtol=1e-4, atol=1e-5)


def test_a_skill_that_no_merge_took_warms_with_what_the_basis_can_say_of_it(library: SkillLibrary) -> None:
    matrix, basis = next(iter(library.bases.items()))
    core = torch.randn(basis.beta.size, basis.alpha.size, generator=torch.Generator().manual_seed(1)).double()
    inside = basis.beta.vectors.double() @ core
    outside = ExpansionAdapter(library, phi=1).tensors
    left = torch.cat([inside, 9 * outside[f"{matrix}.beta"].detach().double()], 1)
    right = torch.cat([basis.alpha.vectors.double(), outside[f"{matrix}.alpha"].detach().double()], 1)
    merged = merge(library, {"new": {matrix: fold_factors(left, right)}}, k_cap=1, budget=1e-3).library
    assert merged.skill("new").pending
    start = CoefficientAdapter(merged, warm="new").tensors[f"{matrix}.core"].detach()
    torch.testing.assert_close(start, core.float(), atol=1e-4, rtol=1e-4)


def test_trained_numbers_count_what_receives_a_gradient(library: SkillLibrary) -> None:
    sizes = [(b.beta.size, b.alpha.size, len(b.beta.vectors), len(b.alpha.vectors)) for b in library.bases.values()]
    assert CoefficientAdapter(library).trained_numbers == sum(kb * ka for kb, ka, _, _ in sizes)
    assert CoefficientAdapter(library, rank=1).trained_numbers == sum(kb + ka for kb, ka, _, _ in sizes)
    expected = sum((kb + 1) * (ka + 1) + n + d for kb, ka, n, d in sizes)
    assert ExpansionAdapter(library, phi=1).trained_numbers == expected
    with pytest.raises(ValueError, match="at least 1"):
        ExpansionAdapter(library, phi=0)


def test_a_checkpoint_continues_the_same_training(
    model: nn.Module, library: SkillLibrary, tokens: torch.Tensor
) -> None:
    attachment = attach(model, library)
    adapter = ExpansionAdapter(library, phi=1)
    attachment.train(adapter)
    steps(model, adapter, tokens, 2)
    other = ExpansionAdapter(library, phi=1, seed=99)
    other.load_state(adapter.state())
    for matrix in adapter.matrices:
        assert torch.equal(other.folded()[matrix].left, adapter.folded()[matrix].left)
    with pytest.raises(ModelBroken, match="another adapter"):
        CoefficientAdapter(library).load_state(adapter.state())


def test_starts_depend_on_name_and_seed_alone_and_ranks_share_a_prefix() -> None:
    shapes = {"x.q_proj": Shape(6, 5), "x.v_proj": Shape(6, 5)}
    first, again, larger = (LoRAAdapter(shapes, rank=r, seed=3) for r in (2, 2, 4))
    other = LoRAAdapter(shapes, rank=2, seed=4)
    A = "x.q_proj.A"
    assert torch.equal(first.tensors[A], again.tensors[A])
    assert torch.equal(first.tensors[A], larger.tensors[A][:2])
    assert not torch.equal(first.tensors[A], other.tensors[A])
    assert not torch.equal(first.tensors[A], first.tensors["x.v_proj.A"])
    assert float(first.tensors[A].detach().abs().max()) <= 5**-0.5
    assert float(seeded("name", 0, 1, 1)) == pytest.approx(float(seeded("name", 0, 3, 1)[0]))


def test_expansions_start_orthogonal_to_the_basis_and_alike_for_all_skills_of_a_night(library: SkillLibrary) -> None:
    first, second = ExpansionAdapter(library, phi=2), ExpansionAdapter(library, phi=2, warm="skill-1")
    for matrix, basis in library.bases.items():
        new = first.tensors[f"{matrix}.beta"].detach()
        assert float((basis.beta.vectors.T @ new).abs().max()) < 1e-6
        torch.testing.assert_close(new.T @ new, torch.eye(2))
        assert torch.equal(new, second.tensors[f"{matrix}.beta"])


def test_an_expansion_beyond_the_space_opens_what_room_there_is(library: SkillLibrary) -> None:
    adapter = ExpansionAdapter(library, phi=1000)
    for matrix, basis in library.bases.items():
        assert adapter.tensors[f"{matrix}.alpha"].shape[1] == len(basis.alpha.vectors) - basis.alpha.size
