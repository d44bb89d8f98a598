"""A causal language model on this machine, through transformers: ours by default, or any folder or Hub id.

Safetensors only; no remote code. Ids that are not on disk are fetched by transformers, because the owner named them.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.embedded.location import EMBEDDED, model_folder
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.answer import AnswerUnparseable, parse_answer
from sleepy_coder.lm.decode import Decoded, decode
from sleepy_coder.lm.grammar import Grammar
from sleepy_coder.lm.model import Candidate, ModelIdentity
from sleepy_coder.lm.prompt import Excerpt, RepairContext, excerpt, messages
from sleepy_coder.lm.vocabulary import Vocabulary

ROWS_PER_BATCH = 64
WHOLE_DIGEST_BYTES = 256 << 20


def load(name: str = EMBEDDED, *, device: str | None = None) -> "LocalModel":
    """The model called `name`: `embedded`, a folder, or a Hugging Face id. Raises ModelBroken."""
    folder = model_folder() if name == EMBEDDED else Path(name)
    if folder.is_dir():
        _check_folder(folder)
    elif name == EMBEDDED or name.startswith((".", "/", "~")):
        raise ModelBroken(f"there is no model folder {name}; reinstall sleepy-coder or name another model with --model")
    source = str(folder) if folder.is_dir() else name
    logging.set_verbosity_error()
    logging.disable_progress_bar()  # ours are the only bars, and only on a terminal
    device = device or ("cuda" if torch.cuda.is_available() else "cpu")
    try:
        tokenizer = AutoTokenizer.from_pretrained(source, trust_remote_code=False)
        model, loaded = AutoModelForCausalLM.from_pretrained(
            source,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=torch.float32 if device == "cpu" else "auto",
            output_loading_info=True,
        )
    except Exception as error:  # for damaged files these libraries raise anything, a bare Exception too
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelBroken(f"the model {name} cannot be loaded ({reason}); name another one with --model") from error
    if loaded["missing_keys"]:  # would be filled with random numbers
        raise ModelBroken(f"the weights of {name} lack {min(loaded['missing_keys'])}; copy or download the model again")
    digest = _digest(folder) if folder.is_dir() else hashlib.sha256(name.encode()).hexdigest()
    return LocalModel(model.to(device).eval(), tokenizer, ModelIdentity(name, digest))


class LocalModel:
    """A transformers causal LM with its tokenizer and, once loaded, a library of skills as side paths."""

    def __init__(self, model: Any, tokenizer: Any, identity: ModelIdentity) -> None:
        if tokenizer.chat_template is None:
            raise ModelBroken(f"the tokenizer of {identity.id} has no chat template; use an instruction-tuned model")
        if tokenizer.eos_token_id is None or getattr(tokenizer, "backend_tokenizer", None) is None:
            raise ModelBroken(
                f"the tokenizer of {identity.id} has no end token or no tokenizer.json; use another model"
            )
        self.model = model.requires_grad_(False)
        self.tokenizer = tokenizer
        self.attachment: Attachment = attach(self.model)
        self._identity = identity
        self._vocabulary = Vocabulary(tokenizer, min(len(tokenizer), model.config.vocab_size))

    @property
    def identity(self) -> ModelIdentity:
        return self._identity

    def load_library(self, folder: Path) -> None:
        """The skills of a version. Raises ModelBroken where they are damaged or another model's."""
        _check_base(folder, self._identity)
        self.attachment.load(read_library(folder))

    def propose(
        self, contexts: Sequence[RepairContext], *, attempts: int, seed: int, skills: Sequence[str | None]
    ) -> list[list[Candidate]]:
        """Batches of like length, in an order fixed by the contexts; see `LanguageModel.propose`.

        Where no line shown may be edited there is nothing to say: empty candidates, without a model's time.
        """
        shown = [excerpt(context) for context in contexts]
        prompts = [self._prompt(context, lines) for context, lines in zip(contexts, shown, strict=True)]
        answerable = [i for i, lines in enumerate(shown) if any(line.editable for line in lines.lines)]
        order = sorted(answerable, key=lambda i: (skills[i] or "", len(prompts[i]), i))
        per_batch = max(1, ROWS_PER_BATCH // attempts)
        found = {i: [Candidate("", None, 0, 0.0)] * attempts for i in range(len(contexts))}
        for first in range(0, len(order), per_batch):
            chosen = order[first : first + per_batch]
            decoded = self._decode(
                [prompts[i] for i in chosen], [shown[i] for i in chosen], [skills[i] for i in chosen], attempts, seed
            )
            for i, answers in zip(chosen, decoded, strict=True):
                found[i] = [self._candidate(answer, shown[i]) for answer in answers]
        return [found[i] for i in range(len(contexts))]

    def _prompt(self, context: RepairContext, shown: Excerpt) -> list[int]:
        chat = messages(context, shown)
        text = self.tokenizer.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
        ids: list[int] = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        return ids

    def _decode(
        self,
        prompts: Sequence[Sequence[int]],
        shown: Sequence[Excerpt],
        skills: Sequence[str | None],
        attempts: int,
        seed: int,
    ) -> list[list[Decoded]]:
        selection: str | list[str | None] | None = skills[0] if len(set(skills)) == 1 else list(skills)
        self.attachment.select(selection)

        def expand(times: int) -> None:
            if isinstance(selection, list):
                self.attachment.select([skill for skill in selection for _ in range(times)])

        try:
            grammars = [Grammar(lines) for lines in shown]
            return decode(self.model, self._vocabulary, prompts, grammars, attempts=attempts, seed=seed, expand=expand)
        finally:
            self.attachment.select(None)

    def _candidate(self, answer: Decoded, shown: Excerpt) -> Candidate:
        text = self.tokenizer.decode(answer.ids, skip_special_tokens=False, clean_up_tokenization_spaces=False)
        try:
            edits = parse_answer(text, shown)
        except AnswerUnparseable:
            edits = None
        return Candidate(text, edits, len(answer.ids), answer.log_probability)


def _check_folder(folder: Path) -> None:
    """Refuses what is not whole and safe before any library opens it."""
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
    if "auto_map" in config:
        raise ModelBroken(f"the model {folder} wants to run code of its own, which is refused; use a model without it")


class _BaseModel(msgspec.Struct):
    digest: str


class _Manifest(msgspec.Struct):
    """The one thing that a model wants to know of `library.json`; `registry` owns the rest."""

    base_model: _BaseModel


def _check_base(library: Path, model: ModelIdentity) -> None:
    path = library / "library.json"
    if not path.exists():
        return
    try:
        base = msgspec.json.decode(path.read_bytes(), type=_Manifest).base_model
    except (OSError, ValueError) as error:
        raise ModelBroken(f"{path} cannot be read ({error}); roll back or install the library again") from error
    if base.digest != model.digest:
        raise ModelBroken(f"the skill library {library} was made for another model than {model.id}; use that model")


def _digest(folder: Path) -> str:
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
