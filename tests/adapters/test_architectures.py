"""Any causal language model of plain linear layers is adapted, whatever its layers are called; tied weights stay."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch import nn
from transformers import (
    AutoModelForCausalLM,
    Gemma2Config,
    Gemma3Config,
    GemmaConfig,
    GPT2Config,
    GPTNeoXConfig,
    LlamaConfig,
    MistralConfig,
    Phi3Config,
    PhiConfig,
    Qwen2Config,
)

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.adapters.share_layer import CoefficientAdapter
from sleepy_coder.adapters.targets import target_linears
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.head import logits_of
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise
from sleepy_coder.training.batches import Batch
from sleepy_coder.training.loop import Schedule, loss_sum, train

torch.set_num_threads(1)
COMMON = {
    "vocab_size": 48,
    "hidden_size": 32,
    "intermediate_size": 40,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "pad_token_id": 0,
}
GROUPED = COMMON | {"num_key_value_heads": 2}
CONFIGS: dict[str, Callable[[], Any]] = {
    "llama": lambda: LlamaConfig(**GROUPED),
    "qwen2": lambda: Qwen2Config(**GROUPED, tie_word_embeddings=True),
    "mistral": lambda: MistralConfig(**GROUPED, sliding_window=4),
    "gemma": lambda: GemmaConfig(**GROUPED, head_dim=8, tie_word_embeddings=True),
    "gemma2": lambda: Gemma2Config(**GROUPED, head_dim=8, tie_word_embeddings=True, final_logit_softcapping=5.0),
    "phi": lambda: PhiConfig(**COMMON),
    "phi3": lambda: Phi3Config(**GROUPED),
    "gpt-neox": lambda: GPTNeoXConfig(**COMMON),
}
LAYERS = {"phi": 6, "phi3": 4, "gpt-neox": 4}  # linear layers of one block, 7 elsewhere
each_architecture = pytest.mark.parametrize("name", CONFIGS)


def random_model(name: str) -> Any:
    torch.manual_seed(0)
    return AutoModelForCausalLM.from_config(CONFIGS[name](), attn_implementation="eager").eval()


@pytest.fixture
def ids() -> torch.Tensor:
    return torch.randint(1, 48, (3, 9), generator=torch.Generator().manual_seed(1))


def library_for(model: nn.Module) -> tuple[SkillLibrary, dict[str, FoldedAdapter]]:
    folded = {}
    for number in range(2):
        adapter = LoRAAdapter(attach(model).shapes, rank=2, seed=7)
        generator = torch.Generator().manual_seed(number)
        with torch.no_grad():
            for name, parameter in adapter.tensors.items():
                if name.endswith(".B"):
                    parameter.copy_(0.3 * torch.randn(parameter.shape, generator=generator))
        folded[f"skill-{number}"] = adapter.folded()
    return initialise(folded, tolerance=0.0).library, folded


@torch.no_grad()
def logits(model: Any, ids: torch.Tensor) -> torch.Tensor:
    found: torch.Tensor = model(ids).logits
    return found


@each_architecture
@pytest.mark.parametrize("rank", [None, 1])
def test_skills_are_served_alone_and_mixed_and_leave_no_trace(name: str, rank: int | None, ids: torch.Tensor) -> None:
    model = random_model(name)
    base, state = logits(model, ids), {key: value.clone() for key, value in model.state_dict().items()}
    library, folded = library_for(model)
    attachment = attach(model, library, serving_rank=rank)
    assert len(attachment.shapes) == 2 * LAYERS.get(name, 7)
    alone = {None: base}
    for skill, adapter in folded.items():
        attachment.select(skill)
        alone[skill] = logits(model, ids)
        assert not torch.allclose(alone[skill], base, atol=1e-3)
        if rank is None:
            attachment.select(None)
            torch.testing.assert_close(alone[skill], merged_logits(model, adapter, ids), rtol=1e-4, atol=1e-5)
    rows = ["skill-1", None, "skill-0"]
    attachment.select(rows)
    mixed = logits(model, ids)
    for i, skill in enumerate(rows):
        torch.testing.assert_close(mixed[i], alone[skill][i], rtol=1e-4, atol=1e-5)
    attachment.detach()
    assert torch.equal(logits(model, ids), base)
    assert all(torch.equal(value, state[key]) for key, value in model.state_dict().items())


def merged_logits(model: nn.Module, folded: FoldedAdapter, ids: torch.Tensor) -> torch.Tensor:
    """The reference: ΔW added to the weights."""
    weights = {matrix: model.get_submodule(matrix).weight for matrix in folded}
    saved = {matrix: weight.detach().clone() for matrix, weight in weights.items()}
    with torch.no_grad():
        for matrix, own in folded.items():
            weights[matrix].add_(own.dense().float())
        found = logits(model, ids)
        for matrix, before in saved.items():
            weights[matrix].copy_(before)
    return found


@each_architecture
def test_the_one_loop_trains_coefficients_on_the_answer_alone(name: str, ids: torch.Tensor) -> None:
    model = random_model(name)
    weights = torch.zeros(ids.shape)
    weights[:, 5:] = 1.0
    batch = Batch(ids, torch.ones_like(ids), weights)
    with torch.no_grad():
        each = nn.functional.cross_entropy(logits(model, ids)[:, :-1].transpose(1, 2), ids[:, 1:], reduction="none")
        assert torch.allclose(loss_sum(model, batch) / 12, each[:, 4:].mean(), atol=1e-5)
    library, _ = library_for(model)
    attachment = attach(model, library)
    adapter = CoefficientAdapter(library, rank=1)
    attachment.train(adapter)
    before = float(loss_sum(model, batch).detach()) / 12
    train(model, adapter.parameters(), iter([batch] * 12), Schedule(2e-2, 12))
    assert float(loss_sum(model, batch).detach()) / 12 < before - 0.003
    assert all(parameter.grad is None for parameter in model.parameters())


def test_transposed_layers_are_refused_by_name() -> None:
    model = AutoModelForCausalLM.from_config(GPT2Config(vocab_size=48, n_embd=16, n_layer=1, n_head=2))
    with pytest.raises(ModelBroken, match="Conv1D"):
        attach(model)


def test_of_a_model_that_sees_only_the_part_that_writes_is_adapted() -> None:
    text = GROUPED | {"head_dim": 8, "final_logit_softcapping": 5.0}
    sight = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = Gemma3Config(text_config=text, vision_config=sight | {"image_size": 28, "patch_size": 14})
    model = AutoModelForCausalLM.from_config(config).eval()
    assert any("vision_tower" in name for name, _ in model.named_modules())
    for targets in (None, ["q_proj"]):
        found = target_linears(model, targets)
        assert len(found) == 2 * (7 if targets is None else 1)
        assert all(name.startswith("model.language_model.layers.") for name in found)


def test_logits_of_a_model_that_sees_are_capped_as_its_text_part_says() -> None:
    config = Gemma3Config(text_config=GROUPED | {"head_dim": 8, "final_logit_softcapping": 0.5})
    model = SimpleNamespace(config=config, get_output_embeddings=lambda: nn.Identity())
    assert float(logits_of(model, torch.full((1, 1), 100.0))) == 0.5
