"""A model's files before any library opens them: are they whole and safe, and which weights are they?"""

import hashlib
import json
from pathlib import Path

from sleepy_coder.errors import ModelBroken

WHOLE_DIGEST_BYTES = 256 << 20


def check_folder(folder: Path) -> None:
    """Raises ModelBroken for a folder that is not whole or not safe: pickles and a model's own code are refused."""
    if not (folder / "config.json").is_file() and any(folder.glob("*.gguf")):
        raise ModelBroken(
            f"{folder} holds GGUF files: let llama-server or Ollama serve them, and name the server's URL"
        )
    for name in ("config.json", "tokenizer.json"):
        if not (folder / name).is_file():
            raise ModelBroken(f"the model folder {folder} has no {name}; copy or download the model again")
    if not any(folder.glob("*.safetensors")):
        pickled = sorted(file.name for pattern in ("*.bin", "*.pt", "*.pth") for file in folder.glob(pattern))
        if pickled:
            raise ModelBroken(f"{pickled[0]} is a pickle file, which can run code; convert the model to safetensors")
        raise ModelBroken(f"the model folder {folder} has no safetensors weights; copy or download the model again")
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelBroken(
            f"the file config.json of {folder} cannot be read; copy or download the model again"
        ) from error
    if "auto_map" in config and not _built_in(config.get("model_type")):
        raise ModelBroken(f"the model {folder} wants to run code of its own, which is refused; use a model without it")


def _built_in(kind: str | None) -> bool:
    """Whether transformers has classes of its own for a model, so that the code beside the weights is never run."""
    from transformers import CONFIG_MAPPING

    return kind in CONFIG_MAPPING


def digest_of(folder: Path) -> str:
    """SHA-256 over the weights; of weights too large to read at each start, over names, sizes and headers."""
    digest = hashlib.sha256((folder / "config.json").read_bytes())
    weights = sorted(folder.glob("*.safetensors"))
    whole = sum(path.stat().st_size for path in weights) <= WHOLE_DIGEST_BYTES
    for path in weights:
        with path.open("rb") as file:
            digest.update(path.name.encode() + str(path.stat().st_size).encode())
            length = int.from_bytes(file.read(8), "little")
            digest.update(file.read() if whole else file.read(min(length, 1 << 24)))
    return digest.hexdigest()
