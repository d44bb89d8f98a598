"""Which specialist an error goes to: the seam, and the two routers that need no thought."""

from dataclasses import dataclass
from typing import Protocol

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature


@dataclass(frozen=True, slots=True)
class Route:
    """Where an error goes: a skill's id, or None when the router abstains and the base model is to answer."""

    skill: str | None
    confidence: float  # 0 to 1; 0 when abstaining
    reason: str  # in words, for the report
    contenders: tuple[str, ...] = ()  # skills that know this message, where several do


class Router(Protocol):
    """Chooses a specialist for one error, in well under a millisecond; never raises for any error."""

    def route(self, error: Diagnostic | Signature) -> Route:
        """The skill to ask first."""


@dataclass(frozen=True, slots=True)
class FixedRouter:
    """Sends every error to one skill, or, with None, to the base model: the arms `skill:ID` and `base`."""

    skill: str | None = None

    def route(self, error: Diagnostic | Signature) -> Route:
        """Always the same."""
        if self.skill is None:
            return Route(None, 0.0, "no specialist was asked for")
        return Route(self.skill, 1.0, "this specialist was asked for")
