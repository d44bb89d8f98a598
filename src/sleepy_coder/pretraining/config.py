"""How one embedded model is made, as a TOML file that anyone can copy and change."""

from importlib.resources import files
from pathlib import Path

import msgspec

from sleepy_coder.errors import UsageError


class Architecture(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A Qwen2 shape, so that the code which serves a 7B model serves ours. Widths in features."""

    vocabulary: int = 2048
    width: int = 192
    layers: int = 6
    heads: int = 6
    key_value_heads: int = 3
    feed_forward: int = 512
    positions: int = 1024


class PretrainConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Sizes, data and training of the embedded model and of its first library.

    `pairs` are verified breaks of the base families; `edit_share` is the share of generic edit tasks added to them;
    `tokens_per_batch` and `longest` count tokens; the prompt's tokens are learned with weight `prompt_weight`.
    """

    name: str
    seed: int
    pairs: int
    architecture: Architecture = Architecture()
    edit_share: float = 0.15
    steps: int = 1700
    rate: float = 2e-3
    warmup: int = 100
    weight_decay: float = 0.05
    tokens_per_batch: int = 4096
    longest: int = 512
    prompt_weight: float = 0.1
    skill_pairs: int = 240
    skill_steps: int = 60
    skill_rate: float = 3e-3
    skill_tokens_per_batch: int = 2560
    rank: int = 8
    tolerance: float = 0.2
    most_directions: int = 46


def load_config(name_or_file: str) -> PretrainConfig:
    """A shipped config by name, or any TOML file. Raises UsageError that names what is wrong."""
    path = Path(name_or_file)
    shipped = files("sleepy_coder.pretraining").joinpath("configs", f"{name_or_file}.toml")
    try:
        text = path.read_text("utf-8") if path.suffix == ".toml" else shipped.read_text("utf-8")
    except (OSError, ValueError):  # also text that is not UTF-8, and names that no file can have
        raise UsageError(
            f"there is no pretraining config {name_or_file}; name `embedded`, `tiny` or a TOML file"
        ) from None
    try:
        return msgspec.toml.decode(text, type=PretrainConfig)
    except msgspec.MsgspecError as error:
        raise UsageError(f"the pretraining config {name_or_file} is not valid: {error}") from None
