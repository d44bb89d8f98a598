"""A candidate before the gate: items are drawn and judged, round after round, until the gate can tell or time is up."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sleepy_coder.evaluation.decision import Decision, GateItem
from sleepy_coder.evaluation.trial import Trial, draw_rounds, hold_trial
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.progress import Tell
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler


@dataclass(frozen=True, slots=True)
class Items:
    """What may be drawn: `skills` that were trained, each with its families, `per_skill` in each of at most `rounds`;
    `old` of all that was learned before, and canaries."""

    skills: Mapping[str, Sequence[str]]
    per_skill: int
    rounds: int
    old: int
    canaries: int
    seed: int


class Heard(NamedTuple):
    """All that was judged, what the gate says of it, and whether it was the clock that ended the rounds."""

    trial: Trial
    decision: Decision
    cut: bool


def hear(
    items: Items,
    incumbent: Version,
    candidate: Version,
    model: LanguageModel,
    compiler: Compiler,
    decide: Callable[[Sequence[GateItem]], Decision],
    *,
    until: float,
    tell: Tell,
) -> Heard:
    """Incumbent and candidate on the same fresh items, from templates that no dream may use.

    `until` is on the clock of `time.monotonic`: no round begins that would probably end after it, except the first.
    """
    tell("trial", 0.0, "drawing items that no dream has seen")
    rounds = draw_rounds(
        items.skills,
        per_skill=items.per_skill,
        rounds=items.rounds,
        old=items.old,
        canaries=items.canaries,
        seed=items.seed,
        compiler=compiler,
    )
    last, cut = [time.monotonic()], False

    def go_on(trial: Trial) -> bool:
        nonlocal cut
        now = time.monotonic()
        last.append(now)
        decision = decide(trial.gate_items)
        tell("trial", 0.3 + 0.6 * min(1.0, decision.old.total / items.old), f"{len(trial.items)} items judged")
        if decision.outcome != "undecided":
            return False
        cut = now + max(after - before for before, after in pairwise(last)) > until
        return not cut

    trial = hold_trial(rounds, incumbent, candidate, model, compiler, go_on=go_on)
    return Heard(trial, decide(trial.gate_items), cut)
