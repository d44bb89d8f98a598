"""What a model needs is known before a weight is read, and said where it is not there."""

from pathlib import Path

import pytest
import torch
from transformers import AutoConfig

from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.errors import ModelBroken
from sleepy_coder.experiments.families import make_family
from sleepy_coder.lm.loading import placement
from sleepy_coder.lm.loading.placement import GIB, needs, place, size_of
from sleepy_coder.lm.local import load

SEVEN = AutoConfig.for_model(  # Qwen2.5-Coder-7B's published shape
    "qwen2",
    vocab_size=152064,
    hidden_size=3584,
    intermediate_size=18944,
    num_hidden_layers=28,
    num_attention_heads=28,
    num_key_value_heads=4,
    tie_word_embeddings=False,
)


def test_parameters_are_counted_without_making_them() -> None:
    size = size_of(SEVEN)
    assert size.parameters == 7_615_616_512, "the number on its model card"
    assert needs(size, "cuda", "bfloat16").weights_bytes == 2 * size.parameters
    assert needs(size, "cuda", "4bit").weights_bytes < 0.4 * needs(size, "cuda", "bfloat16").weights_bytes


def test_too_large_a_model_is_refused_with_what_it_needs_and_what_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    size = size_of(SEVEN)
    monkeypatch.setattr(placement, "free_bytes", lambda device: 8 * GIB)
    with pytest.raises(ModelBroken, match=r"needs 14\.\d GiB on cpu in bfloat16 .*8\.0 GiB are free; .*PRECISION=4bit"):
        place("seven", size, device="cpu")
    monkeypatch.setattr(placement, "free_bytes", lambda device: 3 * GIB)
    with pytest.raises(ModelBroken, match="choose a smaller model"):
        place("seven", size, device="cpu")


def test_a_cpu_takes_float32_where_it_fits_and_bfloat16_where_only_that_does(monkeypatch: pytest.MonkeyPatch) -> None:
    size = size_of(SEVEN)
    for gibibytes, precision in ((64, "float32"), (20, "bfloat16")):
        monkeypatch.setattr(placement, "free_bytes", lambda device, free=gibibytes: free * GIB)
        assert place("seven", size, device="cpu").precision == precision


@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_a_device_that_is_not_there_is_named(device: str) -> None:
    if placement.best_device() == device:
        pytest.skip(f"this machine has {device}")
    with pytest.raises(ModelBroken, match=f"no {device} device"):
        place("seven", size_of(SEVEN), device=device)


def test_four_bit_without_bitsandbytes_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placement, "find_spec", lambda name: None)
    with pytest.raises(ModelBroken, match=r"pip install 'sleepy-coder\[four-bit\]'"):
        place("seven", size_of(SEVEN), device="cpu", precision="4bit")


def test_a_model_loads_in_the_precision_asked_for_and_is_refused_before_its_weights_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_family("llama", tmp_path / "llama", ["fn main() { let x = 1; }"])
    assert load(str(folder), precision="bfloat16").model.dtype is torch.bfloat16
    assert load(str(folder)).model.dtype is torch.float32
    monkeypatch.setattr(placement, "free_bytes", lambda device: 1000)
    (folder / "model.safetensors").write_bytes(b"damaged, which nobody finds out")
    with pytest.raises(ModelBroken, match="GiB are free"):
        load(str(folder))


def test_an_id_that_cannot_be_had_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelBroken, match="neither a folder nor"):
        load("not an id")


def test_four_bit_weights_are_adapted_by_side_paths_with_gradients(tmp_path: Path) -> None:
    pytest.importorskip("bitsandbytes", reason="the extra four-bit is not installed")
    folder = make_family("llama", tmp_path / "llama", ["fn main() { let x = 1; }"], features=64)
    model = load(str(folder), precision="4bit")
    adapter = LoRAAdapter(model.attachment.shapes, rank=2)
    ids = torch.arange(3, 20)[None]
    with torch.no_grad():
        base = model.model(ids).logits
    model.attachment.train(adapter)
    logits = model.model(ids).logits
    torch.testing.assert_close(logits, base)
    logits.float().square().mean().backward()
    moved = [name for name, tensor in adapter.tensors.items() if tensor.grad is not None and tensor.grad.any()]
    assert moved and all(name.endswith(".B") for name in moved), "at the start only B has a gradient"
