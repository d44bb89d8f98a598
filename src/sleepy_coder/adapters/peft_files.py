"""One skill as a folder that peft, vLLM and their kind can load, and a plain LoRA folder of theirs as a skill.

Written with scale 1 (`lora_alpha = r`): the scale is in the factors already. What a folder may hold beyond plain LoRA
would change what the adapter does, so it is refused by its name and never skipped.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from torch import Tensor

from sleepy_coder.adapters.tensor_files import load_tensors, save_tensors
from sleepy_coder.errors import SpaceProblem, UsageError
from sleepy_coder.share.coefficients import padded
from sleepy_coder.share.fold import FoldedAdapter, fold, lora_scale

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"
_PREFIX = "base_model.model."
_KEY = re.compile(r"(?P<matrix>.+)\.lora_(?P<factor>[AB])(?:\.default)?\.weight")

# Settings that leave ΔW = s·B·A as it is. Any other setting that is switched on is refused.
_HARMLESS = {
    *("auto_mapping", "base_model_name_or_path", "peft_type", "peft_version"),
    *("revision", "runtime_config", "task_type"),
    *("target_modules", "exclude_modules", "layers_to_transform", "layers_pattern", "ensure_weight_tying"),
    *("r", "lora_alpha", "rank_pattern", "alpha_pattern", "use_rslora", "lora_dropout", "inference_mode"),
    *("init_lora_weights", "corda_config", "eva_config", "loftq_config", "lora_ga_config"),
    *("megatron_config", "megatron_core", "qalora_group_size"),
}
# Ways of starting that leave the base weights alone; the others (pissa, olora, ...) need a changed base model.
_HARMLESS_STARTS = (None, True, False, "gaussian", "eva", "orthogonal")


def export_peft(folder: Path, folded: FoldedAdapter, *, base_model: str = "") -> int:
    """Write adapter_config.json and adapter_model.safetensors; returns the rank written.

    Matrices of less than the largest rank are padded with zeros, because few programs read a rank per matrix.
    base_model: name or path that the config gives for the base model.
    """
    tensors, rank = {}, 0
    for matrix, pair in padded_factors(folded).items():
        tensors[f"{_PREFIX}{matrix}.lora_A.weight"] = pair.A
        tensors[f"{_PREFIX}{matrix}.lora_B.weight"] = pair.B
        rank = len(pair.A)
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": base_model,
        "r": rank,
        "lora_alpha": rank,
        "lora_dropout": 0.0,
        "bias": "none",
        "inference_mode": True,
        "target_modules": sorted({matrix.rpartition(".")[2] for matrix in folded}),
    }
    save_tensors(folder / WEIGHTS, tensors, {"format": "pt"})
    try:
        (folder / CONFIG).write_bytes(
            msgspec.json.format(msgspec.json.encode(config, order="sorted"), indent=2) + b"\n"
        )
    except OSError as error:
        raise SpaceProblem(f"{folder / CONFIG} cannot be written ({error}); choose another folder") from error
    return rank


class Factors(NamedTuple):
    """ΔW = B·A with A (r, d) and B (n, r), float32."""

    A: Tensor
    B: Tensor


def padded_factors(folded: FoldedAdapter) -> dict[str, Factors]:
    """Every matrix as two factors of one rank, the largest. Raises UsageError for a skill that changes nothing."""
    rank = max((own.rank for own in folded.values()), default=0)
    if rank == 0:
        raise UsageError("this skill changes nothing, so there is no adapter to export")
    factors = {}
    for matrix, own in folded.items():
        root = own.singular.sqrt()
        A, B = padded((own.right * root).T, rank, len(own.right)), padded(own.left * root, len(own.left), rank)
        factors[matrix] = Factors(A, B)
    return factors


def import_peft(folder: Path) -> FoldedAdapter:
    """ΔW per matrix of a plain LoRA folder, ranks and scales per matrix and rsLoRA included.

    Raises UsageError for what is not plain LoRA (DoRA, biases, whole modules, ...), naming it; ModelBroken for weights
    that are missing, damaged or a pickle.
    """
    config = _plain_lora_config(folder / CONFIG)
    factors: dict[str, dict[str, Tensor]] = {}
    for key, tensor in load_tensors(folder / WEIGHTS).tensors.items():
        match = _KEY.fullmatch(key.removeprefix(_PREFIX))
        if match is None:
            raise UsageError(f"{folder / WEIGHTS} holds {key}, which is no part of a plain LoRA; it cannot be imported")
        factors.setdefault(match["matrix"], {})[match["factor"]] = tensor
    folded = {}
    for matrix, pair in sorted(factors.items()):
        A, B = pair.get("A"), pair.get("B")
        if A is None or B is None or A.ndim != 2 or B.ndim != 2 or len(A) != B.shape[1]:
            raise UsageError(f"{folder / WEIGHTS}: the factors of {matrix} are not a pair; it cannot be imported")
        alpha = _by_pattern(config["alpha_pattern"], matrix, config["lora_alpha"])
        folded[matrix] = fold(B, A, lora_scale(alpha, len(A), rank_stabilised=config["use_rslora"]))
    return folded


def _plain_lora_config(path: Path) -> dict[str, Any]:
    try:
        config = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}); give the folder of a peft adapter") from error
    except msgspec.DecodeError as error:
        raise UsageError(f"{path} is not the configuration of a peft adapter ({error})") from error
    if config.get("peft_type") != "LORA":
        raise UsageError(f"{path}: peft_type is {config.get('peft_type')}, only plain LoRA can be imported")
    if config.get("bias", "none") != "none":
        raise UsageError(f"{path}: bias is {config['bias']!r}; adapters that train biases cannot be imported")
    if config.get("init_lora_weights") not in _HARMLESS_STARTS:
        raise UsageError(f"{path}: init_lora_weights is {config['init_lora_weights']!r}, which changes the base model")
    for name, value in config.items():
        if name not in _HARMLESS and name != "bias" and value:
            raise UsageError(f"{path}: {name} is set; only plain LoRA can be imported")
    defaults = {"alpha_pattern": {}, "use_rslora": False, "lora_alpha": 8}
    plain = defaults | {name: config[name] for name in defaults if config.get(name) is not None}
    if not isinstance(plain["lora_alpha"], int | float) or not isinstance(plain["alpha_pattern"], dict):
        raise UsageError(f"{path}: lora_alpha or alpha_pattern is not what peft writes")
    return plain


def _by_pattern(patterns: Mapping[str, float], matrix: str, default: float) -> float:
    """peft's rule: the first pattern that matches the end of the name from a dot on (or all of it) decides."""
    for pattern, value in patterns.items():
        try:
            matched = re.match(rf"(.*\.)?({pattern})$", matrix)
        except re.error as error:
            raise UsageError(f"alpha_pattern {pattern!r} is no pattern ({error}); it cannot be imported") from error
        if matched:
            return float(value)
    return default
