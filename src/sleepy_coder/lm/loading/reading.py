"""What transformers reads of a model's folder: safetensors, no code of the model's, every failure one sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging

from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.loading.placement import Placement
from sleepy_coder.lm.loading.weights import check_folder


def read_config(name: str, folder: Path) -> Any:
    """The configuration of a folder that is whole and safe. Raises ModelBroken."""
    check_folder(folder)
    logging.set_verbosity_error()
    logging.disable_progress_bar()  # ours are the only bars, and only on a terminal
    return _reading(name, lambda: AutoConfig.from_pretrained(folder, trust_remote_code=False))


def read_tokenizer(name: str, folder: Path, config: Any) -> Any:
    """The tokenizer. Raises ModelBroken, also for one that knows more tokens than the model."""
    tokenizer = _reading(name, lambda: AutoTokenizer.from_pretrained(folder, trust_remote_code=False))
    rows, tokens = config.get_text_config().vocab_size, 1 + max(tokenizer.get_vocab().values(), default=-1)
    if tokens > rows:
        raise ModelBroken(
            f"the tokenizer of {name} knows {tokens} tokens and its weights {rows}: it is another model's; copy or "
            "download the model again"
        )
    return tokenizer


def read_weights(name: str, folder: Path, placement: Placement) -> Any:
    """The model, on its device. Raises ModelBroken, also where a weight is missing."""
    more: dict[str, Any] = {}
    if placement.precision == "4bit":
        from transformers import BitsAndBytesConfig

        more["quantization_config"] = BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=placement.dtype
        )
        more["device_map"] = {"": placement.device}

    def read() -> Any:
        return AutoModelForCausalLM.from_pretrained(
            folder,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=placement.dtype,
            output_loading_info=True,
            **more,
        )

    model, loaded = _reading(name, read)
    if loaded["missing_keys"]:  # would be filled with random numbers
        raise ModelBroken(f"the weights of {name} lack {min(loaded['missing_keys'])}; copy or download the model again")
    return model if placement.precision == "4bit" else model.to(placement.device)


def _reading(name: str, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except Exception as error:  # for damaged files these libraries raise anything, a bare Exception too
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelBroken(f"the model {name} cannot be loaded ({reason}); name another one with --model") from error
