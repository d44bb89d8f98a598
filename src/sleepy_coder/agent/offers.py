"""What may mend an error, before anything is compiled."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sleepy_coder.agent.suggestions import likelier
from sleepy_coder.lm.model import Candidate
from sleepy_coder.lm.prompt import RepairContext, messages
from sleepy_coder.repairs.lossy import loses
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.numbers import cut_by
from sleepy_coder.rust.source import SourceTree


@dataclass(frozen=True, slots=True)
class Offer:
    """What may mend one error, and the seconds that it took to say so."""

    target: Diagnostic
    skill: str | None
    candidates: Sequence[Candidate]
    prompt_digest: str | None = None
    seconds: float = 0.0


def trusted(error: Diagnostic, tree: SourceTree) -> list[Candidate]:
    """The compiler's likelier suggestions for an error."""
    return [Candidate(message, edits, 0, 0.0) for message, edits in likelier(error, tree)]


def distinct(error: Diagnostic, candidates: Sequence[Candidate], tree: SourceTree) -> dict[object, Candidate]:
    """By their edits, or by their text where they are none, without those that lose something; those that may cut a
    number come last.
    """
    found: dict[object, Candidate] = {}
    kept = (one for one in candidates if not loses(error, one.edits or (), tree))
    for candidate in sorted(kept, key=lambda one: cut_by(error, one.edits or ()) is not None):
        found.setdefault(candidate.edits if candidate.edits is not None else candidate.text, candidate)
    return found


def digest_of_prompt(context: RepairContext) -> str:
    """By which attempts tell what the model was shown."""
    return hashlib.sha256(msgspec.json.encode(messages(context))).hexdigest()
