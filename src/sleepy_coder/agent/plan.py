"""How much work a fix may cost, and its stages."""

from dataclasses import dataclass

SUGGESTIONS, SPECIALIST, BASE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Plan:
    """How much work a fix may cost. Where none of a model's `attempts` is right and an oracle judges, it is asked once
    more, for `last_attempts` (0: not at all).
    """

    stages: tuple[int, ...] = (SUGGESTIONS, SPECIALIST, BASE)
    attempts: int = 8
    last_attempts: int = 0
    suggestion_depth: int = 3
    suggestion_checks: int = 48
    max_rounds: int = 16
    wall_seconds: float = 900.0
