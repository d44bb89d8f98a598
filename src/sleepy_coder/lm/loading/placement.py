"""Where a model goes and in which precision, decided from its configuration before one weight is read.

What does not fit is refused with the number of bytes that it needs. The numbers are lower bounds for one answer at a
time; a batch takes what is left, and shrinks when memory runs out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import psutil
import torch
from transformers import AutoModelForCausalLM

from sleepy_coder.errors import ModelBroken

GIB = 1 << 30
BYTES = {"float32": 4.0, "bfloat16": 2.0, "float16": 2.0, "4bit": 0.5625}  # 4bit: NF4 with a scale for each 64
SMALL = 100_000_000
"""Parameters up to which float32 costs nothing worth saving."""

LONGEST = 1024
"""Tokens of a prompt with its answer, for which room must be."""


@dataclass(frozen=True, slots=True)
class Placement:
    """device, precision (a key of BYTES), and the bytes that weights and one answer take."""

    device: str
    precision: str
    weights_bytes: int
    working_bytes: int

    @property
    def dtype(self) -> torch.dtype:
        """In which weights are held, and what is computed around 4-bit ones."""
        kinds = {"float32": torch.float32, "float16": torch.float16}
        return kinds.get(self.precision, torch.bfloat16)

    @property
    def needed_bytes(self) -> int:
        """All that must be free."""
        return self.weights_bytes + self.working_bytes


@dataclass(frozen=True, slots=True)
class Size:
    """A model's parameters, those of them in linear layers other than the head, and what one token costs to keep."""

    parameters: int
    linear: int
    kept_per_token: int
    features: int
    vocabulary: int


def size_of(config: Any) -> Size:
    """Counted on the meta device: no weight is made. Raises ModelBroken where transformers does not know the model."""
    try:
        with torch.device("meta"):
            model = AutoModelForCausalLM.from_config(config, trust_remote_code=False)
        return _counted(model, config.get_text_config())
    except Exception as error:  # an odd configuration makes these libraries raise anything
        raise ModelBroken(f"the model's configuration does not describe a causal language model ({error})") from error


def _counted(model: Any, text: Any) -> Size:
    head = model.get_output_embeddings()
    linears = [m for m in model.modules() if isinstance(m, torch.nn.Linear) and m is not head]
    heads = getattr(text, "num_key_value_heads", None) or text.num_attention_heads
    features = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    return Size(
        parameters=sum(parameter.numel() for parameter in model.parameters()),
        linear=sum(linear.weight.numel() for linear in linears),
        kept_per_token=2 * text.num_hidden_layers * heads * features,
        features=text.hidden_size,
        vocabulary=text.vocab_size,
    )


def place(name: str, size: Size, *, device: str | None = None, precision: str = "auto") -> Placement:
    """The placement asked for, or the best that fits. Raises ModelBroken, saying how much is needed and how much free.

    device: cpu, cuda or mps; None takes the best there is. precision: a key of BYTES or auto: float32 on a CPU and for
    small models, bfloat16 on an accelerator and where float32 does not fit.
    """
    device = device or best_device()
    _check_device(device)
    if precision == "4bit" and find_spec("bitsandbytes") is None:
        raise ModelBroken("4-bit weights need bitsandbytes: `pip install 'sleepy-coder[four-bit]'`")
    if precision == "4bit" and device == "mps":
        raise ModelBroken(
            "4-bit weights do not run on Apple's GPUs; set SLEEPY_CODER_PRECISION=bfloat16 or SLEEPY_CODER_DEVICE=cpu"
        )
    exact = device == "cpu" or size.parameters <= SMALL
    wishes = [precision] if precision != "auto" else ["float32", "bfloat16"] if exact else ["bfloat16"]
    free = free_bytes(device)
    for wish in wishes:
        placement = needs(size, device, wish)
        if placement.needed_bytes <= free:
            return placement
    placement = needs(size, device, wishes[-1])
    raise ModelBroken(
        f"{name} needs {placement.needed_bytes / GIB:.1f} GiB on {device} in {placement.precision} "
        f"({placement.weights_bytes / GIB:.1f} GiB of them weights), and {free / GIB:.1f} GiB are free; "
        f"{_advice(size, free)}{' (export always takes float32)' * (precision == 'float32')}"
    )


def needs(size: Size, device: str, precision: str) -> Placement:
    """What a placement takes. 4-bit touches the linear layers alone; the rest stays bfloat16."""
    each = BYTES[precision]
    others = BYTES["bfloat16"] if precision == "4bit" else each
    weights = int(size.linear * each + (size.parameters - size.linear) * others)
    wide = 4 if precision == "float32" else 2
    working = LONGEST * (size.kept_per_token + 24 * size.features) * wide + 4 * 2 * size.vocabulary
    return Placement(device, precision, weights, working)


def best_device() -> str:
    """cuda, mps or cpu."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def free_bytes(device: str) -> int:
    """What can still be had there."""
    if device == "cuda":
        return int(torch.cuda.mem_get_info()[0])
    if device == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.current_allocated_memory())
    return int(psutil.virtual_memory().available)


def _check_device(device: str) -> None:
    there: dict[str, Callable[[], bool]] = {
        "cuda": torch.cuda.is_available,
        "mps": torch.backends.mps.is_available,
        "cpu": lambda: True,
    }
    if not there[device]():
        raise ModelBroken(f"this machine has no {device} device that torch can use; set SLEEPY_CODER_DEVICE=auto")


def _advice(size: Size, free: int) -> str:
    for precision in ("bfloat16", "4bit"):
        needed = needs(size, "cuda", precision).needed_bytes
        if needed <= free:
            return f"SLEEPY_CODER_PRECISION={precision} needs {needed / GIB:.1f} GiB"
    return "choose a smaller model"
