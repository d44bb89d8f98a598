"""What is kept of one piece of work: the broken code, every candidate, good or bad, and how it ended."""

import secrets
import time
from dataclasses import dataclass

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree


@dataclass(frozen=True, slots=True)
class Reported:
    """An error as rustc reported it, and the key of its signature, "CODE|shape"."""

    signature: str
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Attempt:
    """One candidate for one error, with what the compiler and the policy said to it."""

    stage: int  # 0 compiler suggestions, 1 specialist, 2 base model
    adapter: str | None  # the skill whose coefficients were applied
    before_digest: str  # the episode's `before`, or the `after` of an earlier attempt
    after: SourceTree | None  # None when the answer named no applicable edit
    error: Reported
    prompt_digest: str | None  # None for stage 0
    edits: tuple[Edit, ...]
    text: str  # the model's answer as it came
    tokens: int
    seconds: float
    verdict: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Episode:
    """All attempts at one task or one crate."""

    id: str
    started_at: float  # seconds since 1970, UTC
    seconds: float
    origin: str  # "suite:NAME" or "crate:PATH"
    subject: str  # the task's id or the package's name
    model: str
    model_digest: str
    library: str | None  # version; None when no library was loaded
    seed: int
    before: SourceTree
    after: SourceTree | None  # None when nothing was kept
    verdict: str
    errors: tuple[Reported, ...]  # at the start
    remaining: tuple[Reported, ...]  # at the end
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """How the owner mended one error of an episode, reduced to what the error needs.

    `verdict` is what compiler and policy say of it: only FIXED and ADVANCED ones are fit to be learned from.
    """

    episode: str
    at: float  # seconds since 1970, UTC
    source: str  # "watch", or "git:" and the commit, a space and a digest of the author's address
    error: Reported
    before: SourceTree
    after: SourceTree
    verdict: str


@dataclass(frozen=True, slots=True)
class Mended:
    """An error that an attempt mended, as compiler and policy found."""

    episode: str
    at: float  # seconds since 1970, UTC
    origin: str
    stage: int
    error: Reported
    before: SourceTree
    after: SourceTree


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """Episodes that ended with an error of this signature unmended, oldest first.

    `count` is of the different programs that they began with: whoever looks twice at one error has not failed twice.
    """

    signature: str
    code: str | None
    episodes: tuple[str, ...]
    count: int


def new_episode_id() -> str:
    """An id that sorts by time and does not repeat: milliseconds since 1970 and 32 random bits, in hex."""
    return f"{time.time_ns() // 1_000_000:012x}-{secrets.token_hex(4)}"


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """How a skill (None: the base model) fared with a signature under one library version."""

    signature: str
    skill: str | None
    library: str | None
    asked: int
    mended: int
