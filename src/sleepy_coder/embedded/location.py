"""Where the default model and its first library lie: package data, or a folder named by SLEEPY_CODER_EMBEDDED."""

import os
from importlib.resources import files
from pathlib import Path

EMBEDDED = "embedded"


def embedded_folder() -> Path:
    """Holds `model/` (a transformers folder) and `library/` (a version of the skill library)."""
    override = os.environ.get("SLEEPY_CODER_EMBEDDED")
    return Path(override) if override else Path(str(files("sleepy_coder.embedded").joinpath("data")))


def model_folder() -> Path:
    """Config, tokenizer and safetensors weights of the embedded model."""
    return embedded_folder() / "model"


def library_folder() -> Path:
    """Library 0."""
    return embedded_folder() / "library"
