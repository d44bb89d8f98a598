"""Steps forward, and the errors that are being worked on: what the fixer keeps on its stack."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sleepy_coder.agent.order import place_key
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.hiding import of_library
from sleepy_coder.tasks.phases import Phase, body, phase
from sleepy_coder.tasks.verify import Situation, Verdict, Verification
from sleepy_coder.tasks.words import WORD, added


@dataclass(frozen=True, slots=True)
class Step:
    """A verified candidate: where it leads, by which stage, for which errors, and the skill that mended each."""

    stage: int
    targets: tuple[Diagnostic, ...]
    skills: tuple[str | None, ...]
    verification: Verification
    seconds: float

    @property
    def tree(self) -> SourceTree:
        assert self.verification.after is not None
        return self.verification.after


@dataclass(slots=True)
class Frame:
    """One error being worked on: stages not yet run, and verified candidates not yet followed."""

    situation: Situation
    target: Diagnostic
    stages: list[int]
    ready: list[Step] = field(default_factory=list)
    held: list[Step] = field(default_factory=list)
    chosen: Step | None = None
    green: bool = False  # some candidate compiled, but the oracle refused it
    tried: set[object] = field(default_factory=set)  # what models said, so that nothing is judged twice
    last_try: bool = False  # the stages run for the second time, with more attempts
    meanings: dict[object, str] = field(default_factory=dict)  # of what compiled, where that leaves open what is right
    sure: bool = False  # some of these revealed no other error, and those that did are not counted


def sort_in(frame: Frame, steps: Sequence[Step]) -> None:
    """Put steps where they are followed from: fixed first, then steps forward that reveal nothing, fewest errors first;
    the others are held back.
    """
    frame.green |= any(step.verification.verdict == Verdict.BEHAVIOUR_CHANGED for step in steps)
    fixed = [step for step in steps if step.verification.verdict == Verdict.FIXED]
    forward = [step for step in steps if step.verification.verdict == Verdict.ADVANCED]
    forward.sort(key=lambda step: len(step.verification.remaining))
    seen = {step.tree.digest for step in (*frame.ready, *frame.held)}
    for step in (*fixed, *forward):
        if step.tree.digest not in seen:
            seen.add(step.tree.digest)
            (frame.held if step.verification.fresh else frame.ready).append(step)


def caused(last: Frame, stuck: Frame) -> bool:
    """Whether the last step may be to blame that nothing mends the next error, for it revealed it. Not where several
    repairs would do, nor where something does and the oracle refuses what comes of it (`refused.py`)."""
    if last.chosen is None or stuck.green or len(stuck.meanings) > 1:
        return False
    key = place_key(stuck.target, stuck.situation.tree)
    return key in {place_key(error, stuck.situation.tree) for error in last.chosen.verification.fresh}


def better(
    best: tuple[list[Step], tuple[Diagnostic, ...]], stack: Sequence[Frame], here: Situation
) -> tuple[list[Step], tuple[Diagnostic, ...]]:
    """The steps so far if they leave less than the best: fewer errors in the library, for what uses it waits for it;
    errors of a later phase, for earlier ones hide others; fewer errors. Not where the last step was a bad trade.
    """
    if (stack and _bad_trade(stack[-1], here)) or (here.errors and _left(here.errors) >= _left(best[1]) and best[0]):
        return best
    return [frame.chosen for frame in stack if frame.chosen is not None], here.errors


def _bad_trade(last: Frame, here: Situation) -> bool:
    """Whether a step left more errors than there were, new ones among them that lie in the very function of its target
    or speak of what it took out: that those had been hidden is possible, that it brought them in is likelier. Behind a
    syntax error there may be anything.
    """
    before = last.situation
    if last.chosen is None or len(here.errors) <= len(before.errors) or phase(last.target) == Phase.PARSE:
        return False
    home = body(before.tree, last.target)
    gone = {word for file, text in before.tree.files.items() for word in added(here.tree.files.get(file, ""), text)}
    return any(
        (home is not None and body(here.tree, error) == home) or not gone.isdisjoint(WORD.findall(error.message))
        for error in last.chosen.verification.fresh
    )


def _left(errors: Sequence[Diagnostic]) -> tuple[int, int, int]:
    return sum(map(of_library, errors)), -min(map(phase, errors), default=0), len(errors)
