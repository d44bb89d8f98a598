import pytest
import torch
from transformers import Qwen2Config, Qwen2ForCausalLM

from sleepy_coder.adapters.attach import attach
from sleepy_coder.benchmarks.mixed_batch import RIVALS, Size, measure
from sleepy_coder.benchmarks.random_skills import random_library

# peft 0.21 asks transformers 5.23 for a property by its old name; nothing here can change that.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")


def tiny() -> torch.nn.Module:
    torch.manual_seed(0)
    config = Qwen2Config(
        vocab_size=64,
        hidden_size=32,
        intermediate_size=48,
        num_hidden_layers=1,
        num_attention_heads=4,
        num_key_value_heads=2,
    )
    model: torch.nn.Module = Qwen2ForCausalLM(config).eval().requires_grad_(False)
    return model


def test_all_rivals_do_the_same_work_and_say_the_same() -> None:
    found = measure("tiny", tiny(), Size(3, 5, 6, 1, 1), lambda words: None)
    assert found["largest_logit_difference"] < 1e-4
    assert found["same_tokens"]
    for part in ("prefill", "decode"):
        assert found[part]["seconds"].keys() == set(RIVALS)
        assert all(seconds > 0 for seconds in found[part]["seconds"].values())
    assert found["resident_bytes_per_skill"] > 0


def test_random_skills_are_of_rank_p_and_of_a_trained_ones_size() -> None:
    library = random_library(attach(tiny()).shapes, skills=2, k=8, p=2)
    for matrix, core in library.cores("s1").items():
        assert int(torch.linalg.matrix_rank(core)) == 2
        assert float(core.norm()) == pytest.approx(library.skill("s1").norms[matrix], rel=1e-5)
    assert library.digest("s0") != library.digest("s1")
