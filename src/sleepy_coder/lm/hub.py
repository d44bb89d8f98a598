"""A model that is named by its Hugging Face id: the folder that holds it, fetched if need be."""

from pathlib import Path

from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

from sleepy_coder.errors import ModelBroken

_WANTED = ["*.json", "*.jinja", "*.safetensors", "tokenizer.model"]


def fetched(name: str) -> Path:
    """The snapshot of `ID` or `ID@REVISION`: weights as safetensors, configuration and tokenizer, nothing else.

    What is in the cache already is not fetched again. Raises ModelBroken.
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
