"""GGUF out: the base model with its tokenizer in one file, a skill as a LoRA beside it. The conversion is ours.

    base.gguf   hyper-parameters, tokenizer, chat template, every weight
    ID.gguf     lora_a and lora_b per matrix, alpha = rank, so that the scale is 1

float32 keeps llama.cpp's arithmetic that of transformers; with float16 it rounds its inputs to float16 as well.
"""

from pathlib import Path
from typing import Any

import gguf
import numpy as np
import torch
from torch import Tensor

from sleepy_coder.adapters.peft_files import padded_factors
from sleepy_coder.errors import SpaceProblem, UsageError
from sleepy_coder.exchange.gguf_shape import add_shape, as_stored, rope_factors, shape_of, tensor_name
from sleepy_coder.exchange.gguf_vocabulary import add_vocabulary
from sleepy_coder.share.fold import FoldedAdapter

PRECISIONS = {
    "float32": (gguf.GGMLQuantizationType.F32, gguf.LlamaFileType.ALL_F32),
    "float16": (gguf.GGMLQuantizationType.F16, gguf.LlamaFileType.MOSTLY_F16),
    "bfloat16": (gguf.GGMLQuantizationType.BF16, gguf.LlamaFileType.MOSTLY_BF16),
}


def write_base(path: Path, model: Any, tokenizer: Any, *, name: str, end: int, precision: str = "float32") -> None:
    """The whole model. Matrices in `precision`, vectors in float32.

    Raises UsageError for shapes and tokenizers that GGUF programs would misread, SpaceProblem.
    """
    kind, file_type = PRECISIONS[precision]
    shape = shape_of(model.config)
    writer = gguf.GGUFWriter(None, gguf.MODEL_ARCH_NAMES[shape.architecture])
    writer.add_type(gguf.GGUFType.MODEL)
    writer.add_name(name)
    writer.add_file_type(file_type)
    add_shape(writer, model.config)
    add_vocabulary(writer, tokenizer, model.config.vocab_size, end)
    factors = rope_factors(model.config)
    if factors is not None:
        writer.add_tensor("rope_freqs.weight", factors.numpy())
    tied = model.config.tie_word_embeddings
    for parameter, tensor in model.state_dict().items():
        if tied and parameter == "lm_head.weight":
            continue
        stored = as_stored(shape, parameter, tensor.detach().cpu().float()).contiguous()
        if stored.ndim == 1:
            writer.add_tensor(tensor_name(shape, parameter), stored.numpy())
        else:
            writer.add_tensor(tensor_name(shape, parameter), *_as(kind, stored))
    _write(writer, path)


def write_lora(path: Path, folded: FoldedAdapter, config: Any, *, name: str) -> int:
    """A skill for `llama-server --lora FILE` and its kind, float32; returns its rank."""
    shape = shape_of(config)
    factors = padded_factors(folded)
    rank = len(next(iter(factors.values())).A)
    writer = gguf.GGUFWriter(None, gguf.MODEL_ARCH_NAMES[shape.architecture])
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, float(rank))
    writer.add_name(name)
    for matrix, pair in factors.items():
        target = tensor_name(shape, f"{matrix}.weight")
        writer.add_tensor(f"{target}.lora_a", pair.A.contiguous().numpy())
        writer.add_tensor(f"{target}.lora_b", as_stored(shape, f"{matrix}.weight", pair.B).contiguous().numpy())
    _write(writer, path)
    return rank


def read_lora(path: Path) -> dict[str, Tensor]:
    """ΔW per GGUF tensor name, as a program that loads the file computes it; for the parity certificate."""
    reader = gguf.GGUFReader(path)
    field = reader.get_field(gguf.Keys.Adapter.LORA_ALPHA)
    if field is None:
        raise UsageError(f"{path} is no LoRA; export it again")
    alpha = float(field.contents())
    found = {tensor.name: torch.from_numpy(np.array(tensor.data)) for tensor in reader.tensors}
    names = [name.removesuffix(".lora_a") for name in found if name.endswith(".lora_a")]
    if 2 * len(names) != len(found):
        raise UsageError(f"{path} holds factors that are not pairs; export it again")
    pairs = {name: (found[f"{name}.lora_a"], found[f"{name}.lora_b"]) for name in names}
    return {name: alpha / len(a) * (b @ a) for name, (a, b) in pairs.items()}


def _as(kind: Any, tensor: Tensor) -> tuple[Any, Any, Any]:
    """The arguments of `add_tensor` behind the name: data, shape, type."""
    return gguf.quants.quantize(tensor.numpy(), kind), None, kind


def _write(writer: Any, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writer.write_header_to_file(path)
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
    except OSError as error:
        raise SpaceProblem(f"{path} cannot be written ({error}); free some space or choose another folder") from error
    finally:
        writer.close()
