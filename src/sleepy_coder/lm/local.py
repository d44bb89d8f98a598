"""A causal language model on this machine, through transformers: ours by default, or any folder or Hub id.

Safetensors only; no remote code. An id that is not on disk is fetched by the Hub's own client, because the owner named
it; `ID@REVISION` pins it. What cannot work is refused before the weights are read.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.answer import AnswerUnparseable, parse_answer
from sleepy_coder.lm.chat import Chat
from sleepy_coder.lm.decode import Decoded, decode, width_for
from sleepy_coder.lm.grammar import Grammar
from sleepy_coder.lm.head import check_head
from sleepy_coder.lm.loading.hub import folder_of
from sleepy_coder.lm.loading.memory import is_out_of_memory, release
from sleepy_coder.lm.loading.placement import SMALL, place, size_of
from sleepy_coder.lm.loading.reading import read_config, read_tokenizer, read_weights
from sleepy_coder.lm.loading.weights import digest_of
from sleepy_coder.lm.model import Candidate, ModelIdentity
from sleepy_coder.lm.naming import ANCHORS, Naming
from sleepy_coder.lm.prompt import Excerpt, RepairContext, excerpt, messages
from sleepy_coder.lm.vocabulary import Vocabulary

ROWS_PER_BATCH = 64


def load(name: str = EMBEDDED, *, device: str | None = None, precision: str = "auto") -> "LocalModel":
    """The model called `name`: `embedded`, a folder, or a Hugging Face id with an optional `@REVISION`.

    device, precision: see `loading.placement.place`. Raises ModelBroken.
    """
    folder = folder_of(name)
    config = read_config(name, folder)
    size = size_of(config)
    placement = place(name, size, device=device, precision=precision)
    tokenizer = read_tokenizer(name, folder, config)
    model = read_weights(name, folder, placement)
    if size.parameters > SMALL:  # memory is dearer than the second forward pass
        model.activation_checkpointing_enable({"use_reentrant": False})
    return LocalModel(model.eval(), tokenizer, ModelIdentity(name, digest_of(folder)))


class LocalModel:
    """A transformers causal LM with its tokenizer and, once loaded, a library of skills as side paths."""

    def __init__(self, model: Any, tokenizer: Any, identity: ModelIdentity, naming: Naming = ANCHORS) -> None:
        self.chat = Chat(tokenizer, identity.id)
        check_head(model, identity.id)
        self.model = model.requires_grad_(False)
        self.tokenizer = tokenizer
        self.attachment: Attachment = attach(self.model)
        self._identity = identity
        self._naming = naming
        self._vocabulary = Vocabulary(
            tokenizer, min(len(tokenizer), model.config.get_text_config().vocab_size), self.chat.end
        )
        self._rows_per_batch = ROWS_PER_BATCH

    @property
    def identity(self) -> ModelIdentity:
        return self._identity

    def load_library(self, folder: Path) -> None:
        """The skills of a version. Raises ModelBroken where they are damaged or another model's."""
        _check_base(folder, self._identity)
        self.attachment.load(read_library(folder))

    def propose(
        self,
        contexts: Sequence[RepairContext],
        *,
        attempts: int,
        seed: int,
        skills: Sequence[str | None],
        temperature: float = 0.0,
    ) -> list[list[Candidate]]:
        """Batches of like length, in an order fixed by the contexts; see `LanguageModel.propose`.

        Where no line shown may be edited there is nothing to say: empty candidates, without a model's time.
        """
        shown = [excerpt(context) for context in contexts]
        prompts = [self.chat.ids(messages(context, lines)) for context, lines in zip(contexts, shown, strict=True)]
        answerable = [i for i, lines in enumerate(shown) if any(line.editable for line in lines.lines)]
        order = sorted(answerable, key=lambda i: (skills[i] or "", len(prompts[i]), i))
        found = {i: [Candidate("", None, 0, 0.0)] * attempts for i in range(len(contexts))}
        while order:
            chosen = order[: max(1, self._rows_per_batch // width_for(attempts))]
            try:
                decoded = self._decode(
                    [prompts[i] for i in chosen],
                    [shown[i] for i in chosen],
                    [skills[i] for i in chosen],
                    attempts,
                    seed,
                    temperature,
                )
            except RuntimeError as error:  # torch's OutOfMemoryError is one
                if not is_out_of_memory(error):
                    raise
                self._shrink(error, len(chosen))
                continue
            order = order[len(chosen) :]
            for i, answers in zip(chosen, decoded, strict=True):
                found[i] = [self._candidate(answer, shown[i]) for answer in answers]
        return [found[i] for i in range(len(contexts))]

    def _shrink(self, error: RuntimeError, contexts: int) -> None:
        """Half as many rows from now on; one context that is too much is the end."""
        if contexts == 1:
            raise ModelBroken(f"{self._identity.id} ran out of memory on a single answer; free some") from error
        self._rows_per_batch //= 2
        release()

    def _decode(
        self,
        prompts: Sequence[Sequence[int]],
        shown: Sequence[Excerpt],
        skills: Sequence[str | None],
        attempts: int,
        seed: int,
        temperature: float,
    ) -> list[list[Decoded]]:
        selection: str | list[str | None] | None = skills[0] if len(set(skills)) == 1 else list(skills)
        self.attachment.select(selection)

        def on_rows(owners: Sequence[int]) -> None:
            if isinstance(selection, list):
                self.attachment.select([selection[owner] for owner in owners])

        try:
            grammars = [Grammar(lines, self._naming) for lines in shown]
            return decode(
                self.model,
                self._vocabulary,
                prompts,
                grammars,
                attempts=attempts,
                seed=seed,
                temperature=temperature,
                on_rows=on_rows,
            )
        finally:
            self.attachment.select(None)

    def _candidate(self, answer: Decoded, shown: Excerpt) -> Candidate:
        text = self._vocabulary.text(answer.ids)
        try:
            edits = parse_answer(text, shown, self._naming)
        except AnswerUnparseable:
            edits = None
        return Candidate(text, edits, len(answer.ids), answer.log_probability)


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
