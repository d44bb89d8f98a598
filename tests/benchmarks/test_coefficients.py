from collections.abc import Callable

import pytest
import torch
from transformers import Qwen2Config, Qwen2ForCausalLM

from sleepy_coder.benchmarks.coefficients import RANK, measure
from sleepy_coder.training.batches import Batch

# peft 0.21 asks transformers 5.23 for a property by its old name; nothing here can change that.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")

Quiet: Callable[[str], None] = lambda words: None  # noqa: E731


def test_all_three_train_and_only_coefficients_keep_less_than_inputs() -> None:
    torch.manual_seed(0)
    config = Qwen2Config(
        vocab_size=64,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=1,
        num_attention_heads=4,
        num_key_value_heads=2,
    )
    model = Qwen2ForCausalLM(config).eval().requires_grad_(False)
    ids = torch.randint(0, 64, (4, 48), generator=torch.Generator().manual_seed(1))
    found = measure(model, Batch(ids, torch.ones_like(ids), torch.ones(ids.shape)), 1, True, Quiet)
    assert found["trained_numbers"]["peft"] == found["trained_numbers"]["own_lora"]
    shapes = [(64, 64), (32, 64), (32, 64), (64, 64), (128, 64), (128, 64), (64, 128)]
    assert found["trained_numbers"]["peft"] == RANK * sum(n + d for n, d in shapes)
    assert found["memory_bytes"]["coefficients"] < found["memory_bytes"]["peft"]
    assert all(seconds > 0 for seconds in found["seconds"].values())
