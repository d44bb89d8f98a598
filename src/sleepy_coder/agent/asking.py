"""How a fixer asks for model answers: it yields questions and is sent replies, so that many can share one batch."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.lm.model import Candidate
from sleepy_coder.lm.prompt import RepairContext


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for `attempts` candidates under a skill (None: the base model)."""

    context: RepairContext
    skill: str | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What came back, and this ask's share of the time it took."""

    candidates: Sequence[Candidate]
    seconds: float


Questions = Sequence[Ask]
Replies = Sequence[Answers]
Fixing = Generator[Questions, Replies, Outcome]
