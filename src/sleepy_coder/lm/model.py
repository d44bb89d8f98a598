"""What the rest of the program knows of a language model."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.rust.source import Edit


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """A name for people and the digest of the weights, by which a library of skills knows its base model."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer: its text, the edits it asks for (None if unparseable), and what it cost.

    `log_probability` is the sum over the answer's tokens as the model gives it, in nats.
    """

    text: str
    edits: tuple[Edit, ...] | None
    tokens: int
    log_probability: float


class LanguageModel(Protocol):
    """Proposes repairs. Implementations: `lm.local`, `lm.http`, `lm.scripted`."""

    @property
    def identity(self) -> ModelIdentity:
        """Which weights these are."""
        ...

    def load_library(self, folder: Path) -> None:
        """Makes the skills of a library version selectable by id. Raises ModelBroken if it belongs to another base."""
        ...

    def propose(
        self, contexts: Sequence[RepairContext], *, attempts: int, seed: int, skills: Sequence[str | None]
    ) -> list[list[Candidate]]:
        """Up to `attempts` candidates a context, the likeliest first, under the skill named (None: base model).

        Sampled candidates depend on the context and `seed` alone, never on what else is in the batch.
        """
        ...
