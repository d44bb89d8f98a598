"""How one embedded model is made, as a TOML file that anyone can copy and change.

Plain dataclasses: training reads them on machines that have torch and transformers and little else.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sleepy_coder.errors import UsageError

STEPS = ("data", "packed", "base", "release")
"""Of pretraining, in order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Architecture:
    """A Qwen2 shape, so that the code which serves a 7B model serves ours. Widths in features."""

    vocabulary: int = 2048
    width: int = 192
    layers: int = 6
    heads: int = 6
    key_value_heads: int = 3
    feed_forward: int = 512
    positions: int = 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class PretrainConfig:
    """Sizes, data and training of the embedded model and of its first library.

    `pairs` are verified breaks of the base families, of which `crate_share` come from real crates; `edit_share` and
    `text_share` are the generic edit tasks and pieces of plain Rust added to them, as shares of `pairs`. `told_share`
    of the prompts carry a hint, and as many a similar fix. `tokens_per_batch` and `longest`, the tokens of a row, count
    tokens; a prompt's tokens are learned with weight `prompt_weight`, those of plain text with `text_weight`.
    """

    name: str
    seed: int
    pairs: int
    architecture: Architecture = Architecture()
    crate_share: float = 0.0
    edit_share: float = 0.15
    text_share: float = 0.05
    told_share: float = 0.2
    steps: int = 1700
    rate: float = 2e-3
    warmup: int = 100
    weight_decay: float = 0.05
    tokens_per_batch: int = 4096
    longest: int = 512
    prompt_weight: float = 0.1
    text_weight: float = 0.3
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
            f"there is no pretraining config {name_or_file}; choose from {', '.join(shipped_configs())},"
            " or name a TOML file"
        ) from None
    try:
        return config_of(tomllib.loads(text))
    except ValueError as error:  # of TOML, and of what it holds
        raise UsageError(f"the pretraining config {name_or_file} is not valid: {error}") from None


def shipped_configs() -> tuple[str, ...]:
    """The names of the configs in the package."""
    folder = files("sleepy_coder.pretraining").joinpath("configs")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def config_of(values: Mapping[str, Any]) -> PretrainConfig:
    """A config from plain values, as TOML and JSON give them. Raises ValueError that names the key."""
    problems = list(_problems(PretrainConfig, values))
    if problems:
        raise ValueError(problems[0])
    return PretrainConfig(**{**values, "architecture": Architecture(**values.get("architecture", {}))})


def _problems(kind: Any, values: Mapping[str, Any]) -> Iterator[str]:
    known = {field.name: field for field in fields(kind)}
    yield from (f"there is no key `{key}`" for key in values if key not in known)
    yield from (
        f"the key `{key}` is missing" for key in ("name", "seed", "pairs") if key in known and key not in values
    )
    for key in known.keys() & values.keys():
        value, wanted = values[key], known[key].type
        assert isinstance(wanted, type)
        if is_dataclass(wanted):
            if isinstance(value, Mapping):
                yield from _problems(wanted, value)
            else:
                yield f"`{key}` is no table"
        elif isinstance(value, bool) or not isinstance(value, int | float if wanted is float else wanted):
            yield f"`{key}` is {value!r} instead of a {wanted.__name__}"
