"""The folder of a model by its name: ours, one on the disk, or one fetched from the Hub because its owner named it."""

from pathlib import Path

from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

from sleepy_coder.embedded.location import EMBEDDED, model_folder
from sleepy_coder.errors import ModelBroken

_WANTED = ["*.json", "*.jinja", "*.safetensors", "tokenizer.model"]


def folder_of(name: str) -> Path:
    """Where `name` lies: `embedded`, a folder, or an id with an optional `@REVISION`, which is fetched if need be.

    Raises ModelBroken.
    """
    folder = model_folder() if name == EMBEDDED else Path(name).expanduser()
    if folder.is_dir():
        return folder
    if folder.suffix == ".gguf":
        raise ModelBroken(f"{name} is a GGUF file: let llama-server or Ollama serve it, and name http://HOST/v1#MODEL")
    if folder.is_file():
        raise ModelBroken(f"{name} is a file: name the folder that holds config.json and the safetensors weights")
    if name == EMBEDDED or name.startswith((".", "/", "~")):
        raise ModelBroken(f"there is no model folder {name}; reinstall sleepy-coder or name another model with --model")
    return _fetched(name)


def _fetched(name: str) -> Path:
    """The snapshot of `ID` or `ID@REVISION`: weights as safetensors, configuration and tokenizer, nothing else.

    What is in the cache already is not fetched again.
    """
    repository, _, revision = name.partition("@")
    try:
        return Path(snapshot_download(repository, revision=revision or None, allow_patterns=_WANTED))
    except HFValidationError as error:
        raise ModelBroken(f"{name} is neither a folder nor a Hugging Face id such as owner/model@revision") from error
    except LocalEntryNotFoundError as error:
        raise ModelBroken(
            f"{name} is not in the Hugging Face cache, and the Hub cannot be reached; copy the model's folder here and "
            "name that"
        ) from error
    except (HfHubHTTPError, OSError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ModelBroken(f"{name} cannot be fetched ({reason}); check its name and revision") from error
