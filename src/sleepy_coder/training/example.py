"""One thing to learn: the prompt as rendered, the answer, and where it came from."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sleepy_coder.lm.answer import render_answer
from sleepy_coder.lm.naming import ANCHORS, Naming
from sleepy_coder.lm.prompt import RepairContext, excerpt, messages
from sleepy_coder.rust.source import SourceTree


class Origin(StrEnum):
    """Where an example came from, strongest evidence first."""

    HUMAN = "human"
    EPISODE = "episode"
    SEARCH = "search"
    DREAM = "dream"
    TEACHER = "teacher"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Example:
    """A chat without its answer, the answer in the one format, and its provenance."""

    messages: tuple[tuple[str, str], ...]
    answer: str
    origin: Origin
    skill: str

    @property
    def chat(self) -> list[dict[str, str]]:
        """The messages as chat templates take them."""
        return [{"role": role, "content": content} for role, content in self.messages]

    @property
    def digest(self) -> str:
        """Hex SHA-256 over prompt and answer."""
        return hashlib.sha256(repr((self.messages, self.answer)).encode()).hexdigest()


def make_example(
    context: RepairContext, fixed: SourceTree, origin: Origin, skill: str, naming: Naming = ANCHORS
) -> Example | None:
    """The example that teaches `fixed` as the answer to `context`, or None where the format cannot say it."""
    shown = excerpt(context)
    answer = render_answer(context.tree, fixed, shown, naming)
    if answer is None:
        return None
    chat = tuple((message["role"], message["content"]) for message in messages(context, shown))
    return Example(chat, answer, origin, skill)
