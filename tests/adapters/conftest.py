"""A Qwen2 of two layers with random weights: grouped-query attention, biases on q, k and v, an MLP of another width."""

from collections.abc import Callable

import pytest
import torch
from torch import nn
from transformers import Qwen2Config, Qwen2ForCausalLM

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise

torch.set_num_threads(1)


def qwen2() -> nn.Module:
    torch.manual_seed(0)
    config = Qwen2Config(
        vocab_size=48,
        hidden_size=32,
        intermediate_size=44,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=64,
    )
    model: nn.Module = Qwen2ForCausalLM(config).eval()
    return model


@pytest.fixture
def model() -> nn.Module:
    return qwen2()


@pytest.fixture
def tokens() -> torch.Tensor:
    return torch.randint(0, 48, (4, 9), generator=torch.Generator().manual_seed(1))


@pytest.fixture
def adapters(model: nn.Module) -> dict[str, FoldedAdapter]:
    """Three LoRA adapters of one A seed and different ranks, strong enough to change what the model says."""
    attachment = attach(model)
    folded: dict[str, FoldedAdapter] = {}
    for i, rank in enumerate((2, 3, 4)):
        adapter = LoRAAdapter(attachment.shapes, rank=rank, seed=7)
        generator = torch.Generator().manual_seed(i)
        with torch.no_grad():
            for name, parameter in adapter.tensors.items():
                if name.endswith(".B"):
                    parameter.copy_(0.3 * torch.randn(parameter.shape, generator=generator))
        folded[f"skill-{i}"] = adapter.folded()
    attachment.detach()
    return folded


@pytest.fixture
def library(adapters: dict[str, FoldedAdapter]) -> SkillLibrary:
    return initialise(adapters, tolerance=0.0).library


Logits = Callable[[], torch.Tensor]


@pytest.fixture
def logits(model: nn.Module, tokens: torch.Tensor) -> Logits:
    def run() -> torch.Tensor:
        with torch.no_grad():
            result: torch.Tensor = model(tokens).logits
        return result

    return run
