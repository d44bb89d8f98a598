"""What GGUF programs call the parts of a model: its architecture, its hyper-parameters and its tensors.

Qwen2, Qwen3, Llama and Mistral shapes, as llama.cpp's own `convert_hf_to_gguf.py` writes them. Others are refused by
name: a wrong guess here is a model that talks nonsense without an error.
"""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import gguf
import torch
from torch import Tensor

from sleepy_coder.errors import UsageError

ARCHITECTURES = {
    "qwen2": gguf.MODEL_ARCH.QWEN2,
    "qwen3": gguf.MODEL_ARCH.QWEN3,
    "llama": gguf.MODEL_ARCH.LLAMA,
    "mistral": gguf.MODEL_ARCH.LLAMA,
}
_PERMUTED = ("llama", "mistral")  # llama.cpp's "llama" turns neighbouring pairs; transformers turns the two halves


class Shape(NamedTuple):
    """The numbers that decide how weights are read: heads of queries and of keys, features of a head."""

    kind: str
    layers: int
    heads: int
    key_value_heads: int
    head_features: int

    @property
    def architecture(self) -> Any:
        """gguf's name of the architecture."""
        return ARCHITECTURES[self.kind]


def shape_of(config: Any) -> Shape:
    """Raises UsageError for a model that cannot be written as GGUF, naming what stands in the way."""
    kind = config.model_type
    if kind not in ARCHITECTURES:
        known = ", ".join(sorted(ARCHITECTURES))
        raise UsageError(f"a {kind} model cannot be written as GGUF here ({known} can); export it as peft or merged")
    if getattr(config, "use_sliding_window", False) or (kind == "mistral" and config.sliding_window):
        window = config.sliding_window
        if window is not None and window < config.max_position_embeddings:
            raise UsageError(f"attention within a window of {window} tokens cannot be written as GGUF here; use merged")
    rope = config.rope_parameters.get("rope_type", "default")
    if rope not in ("default", "llama3"):
        raise UsageError(f"positions of the kind {rope} cannot be written as GGUF here; use merged")
    features = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    return Shape(kind, config.num_hidden_layers, config.num_attention_heads, config.num_key_value_heads, features)


def add_shape(writer: Any, config: Any) -> None:
    """Hyper-parameters, in the order in which llama.cpp's converter writes them."""
    shape = shape_of(config)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.key_value_heads)
    writer.add_key_length(shape.head_features)
    writer.add_value_length(shape.head_features)
    writer.add_rope_dimension_count(shape.head_features)
    writer.add_rope_freq_base(float(config.rope_parameters["rope_theta"]))
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_vocab_size(config.vocab_size)


def tensor_name(shape: Shape, name: str) -> str:
    """GGUF's name of a parameter of ours. Raises UsageError for a part that the architecture does not have."""
    names = gguf.get_tensor_name_map(shape.architecture, shape.layers)
    found: str | None = names.get_name(name, try_suffixes=(".weight", ".bias"))
    if found is None:
        raise UsageError(f"{name} has no place in a GGUF {shape.kind} model; export it as peft or merged")
    return found


def as_stored(shape: Shape, name: str, tensor: Tensor) -> Tensor:
    """A parameter with its rows (outputs) in GGUF's order; `name` is ours, and may be a matrix or a bias."""
    if shape.kind not in _PERMUTED:
        return tensor
    if ".q_proj" in name:
        return _interleaved(tensor, shape.heads)
    return _interleaved(tensor, shape.key_value_heads) if ".k_proj" in name else tensor


def _interleaved(tensor: Tensor, heads: int) -> Tensor:
    """Within each head, features (i, i + half) become neighbours."""
    halves = tensor.reshape(heads, 2, tensor.shape[0] // heads // 2, *tensor.shape[1:])
    return halves.transpose(1, 2).reshape(tensor.shape)


def as_read(shape: Shape, name: str, tensor: Tensor) -> Tensor:
    """The inverse of `as_stored`."""
    if shape.kind not in _PERMUTED or not (".q_proj" in name or ".k_proj" in name):
        return tensor
    heads = shape.heads if ".q_proj" in name else shape.key_value_heads
    pairs = tensor.reshape(heads, tensor.shape[0] // heads // 2, 2, *tensor.shape[1:])
    return pairs.transpose(1, 2).reshape(tensor.shape)


def rope_factors(config: Any) -> Tensor | None:
    """What llama.cpp divides each frequency by, for Llama 3.1's stretched positions; None where there is nothing to do.

    The rule is that of the Llama 3.1 model card: long waves are slowed by `factor`, short ones kept, smooth between.
    """
    rope: Mapping[str, Any] = config.rope_parameters
    if rope.get("rope_type", "default") == "default":
        return None
    features = shape_of(config).head_features
    frequencies = 1.0 / rope["rope_theta"] ** (torch.arange(0, features, 2, dtype=torch.float64) / features)
    low, high, factor = rope["low_freq_factor"], rope["high_freq_factor"], rope["factor"]
    turns = rope["original_max_position_embeddings"] * frequencies / (2 * math.pi)
    smooth = ((turns - low) / (high - low)).clamp(0, 1)
    factors: Tensor = 1 / ((1 - smooth) / factor + smooth)
    return factors.float()
