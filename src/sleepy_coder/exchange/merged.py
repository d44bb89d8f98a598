"""A model with one skill added into its weights: an ordinary transformers folder that any program can load.

The sum is made in float32 and then cast to the wanted precision; a tied head stays tied, because no adapted matrix is
an embedding.
"""

import copy
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from sleepy_coder.errors import SpaceProblem, UsageError
from sleepy_coder.share.fold import FoldedAdapter

PRECISIONS = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}


def merge_into(model: Any, folded: FoldedAdapter) -> Any:
    """A float32 copy of the model whose weights are W + ΔW; the given one stays as it is. Raises UsageError."""
    if getattr(model, "is_quantized", False):
        raise UsageError("4-bit weights cannot be merged into: load the model without SLEEPY_CODER_PRECISION=4bit")
    merged = bare_copy(model).float()
    for name, own in folded.items():
        add_to(merged, name, own.scaled_left.double() @ own.right.double().T)
    return merged


@torch.no_grad()
def with_rounded_weights(model: Any, precision: str, *, vectors: bool) -> Any:
    """A float32 copy whose matrices are rounded to `precision`, and `vectors` too (GGUF files keep those).

    Buffers stay as they are: what is computed when a model is loaded, such as rotary frequencies, is in no file.
    """
    rounded = bare_copy(model).float()
    for parameter in rounded.parameters():
        if vectors or parameter.ndim > 1:
            parameter.copy_(parameter.to(PRECISIONS[precision]))
    return rounded


def bare_copy(model: Any) -> Any:
    """A copy of a model without any side path: what is selected on the one is not felt by the other."""
    copied = copy.deepcopy(model)
    for module in copied.modules():
        module.__dict__.pop("forward", None)
        module._forward_hooks.clear()
    return copied


@torch.no_grad()
def add_to(model: Any, matrix: str, delta: Tensor) -> None:
    """W + ΔW in place, in the precision of W."""
    weight = model.get_submodule(matrix).weight
    weight += delta.to(weight.device, weight.dtype)


def write_merged(folder: Path, merged: Any, tokenizer: Any, precision: str = "float32") -> None:
    """The folder: config, weights as safetensors, tokenizer, chat template. Raises SpaceProblem."""
    typed = merged if precision == "float32" else bare_copy(merged).to(PRECISIONS[precision])
    try:
        typed.save_pretrained(folder)
        tokenizer.save_pretrained(folder)
    except OSError as error:
        raise SpaceProblem(f"{folder} cannot be written ({error}); free some space or choose another folder") from error
