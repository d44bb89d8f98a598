"""The staged fixer: one diagnostic at a time, root causes first; suggestions, then the specialist, then the base model.

A candidate that makes everything right ends the work. One that mends its error and reveals no other is kept on a stack.
One that reveals errors of a later phase is held back until the later stages have had their turn, for it may have traded
one error for another. When a revealed error cannot be mended, or the oracle refuses the green program, the stack is
unwound, last edit first, and the next best candidate is tried.

The fixer asks for model answers by yielding `Ask`, so that many fixers can share one batch (`waves.py`).
"""

import hashlib
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

import msgspec

from sleepy_coder.agent.order import place_key, root_causes_first
from sleepy_coder.agent.outcome import Mended, Outcome, final_verdict
from sleepy_coder.agent.suggestions import combined, search
from sleepy_coder.episodes.episode import Attempt, Reported
from sleepy_coder.lm.model import Candidate
from sleepy_coder.lm.prompt import RepairContext, messages
from sleepy_coder.routing.router import Router
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.projects import Project
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification

SUGGESTIONS, SPECIALIST, BASE = 0, 1, 2
MOST_UNWINDINGS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How much work a fix may cost."""

    stages: tuple[int, ...] = (SUGGESTIONS, SPECIALIST, BASE)
    attempts: int = 8
    suggestion_depth: int = 3
    suggestion_checks: int = 48
    max_rounds: int = 16
    wall_seconds: float = 900.0


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


Fixing = Generator[Ask, Answers, Outcome]


@dataclass(frozen=True, slots=True)
class _Step:
    """A verified candidate: where it leads, by which stage, for which errors."""

    stage: int
    skill: str | None
    targets: tuple[Diagnostic, ...]
    verification: Verification
    seconds: float

    @property
    def tree(self) -> SourceTree:
        assert self.verification.after is not None
        return self.verification.after


@dataclass(slots=True)
class _Frame:
    """One error being worked on: stages not yet run, and verified candidates not yet followed."""

    situation: Situation
    target: Diagnostic
    stages: list[int]
    ready: list[_Step] = field(default_factory=list)
    held: list[_Step] = field(default_factory=list)
    chosen: _Step | None = None
    green: bool = False  # some candidate compiled, but the oracle refused it


def fix(project: Project, plan: Plan, router: Router) -> Fixing:
    """Work on a project until nothing is left to try. Returns an Outcome: a failed fix is a verdict, no exception."""
    return _Fixer(project, plan, router).run()


class _Fixer:
    def __init__(self, project: Project, plan: Plan, router: Router) -> None:
        self._project = project
        self._judge = Judge(project)
        self._plan = plan
        self._router = router
        self._attempts: list[Attempt] = []
        self._started = time.monotonic()

    def run(self) -> Fixing:
        start = self._project.tree
        check = self._judge.check_many([start])[0]
        if check.timed_out:
            return self._outcome(start, (), [], (), Verdict.TIMED_OUT, "the compiler ran out of time")
        errors = check.errors
        if not errors:
            verdict, evidence = self._judge.oracle(start)
            return self._outcome(start, (), [], (), verdict, evidence)
        stack, remaining = yield from self._climb(Situation(start, errors, ()))
        return self._outcome(start, errors, stack, remaining)

    def _climb(self, here: Situation) -> Generator[Ask, Answers, tuple[list[_Step], tuple[Diagnostic, ...]]]:
        """Steps that lead to a fixed tree, or else to the tree with the fewest errors that was reached."""
        stack: list[_Frame] = []
        best: tuple[list[_Step], tuple[Diagnostic, ...]] = ([], here.errors)
        given_up: set[tuple[str | None, str, str, str]] = set()
        unwindings = 0
        leap = self._leap(here) if SUGGESTIONS in self._plan.stages and len(here.errors) > 1 else None
        if leap is not None:
            stack.append(_Frame(here, here.errors[0], [], chosen=leap))
            here = Situation(leap.tree, leap.verification.remaining, ())
            best = _better(best, stack, here)
        rounds = self._plan.max_rounds + len(here.errors)
        while here.errors and rounds > 0 and self._time_left():
            rounds -= 1
            pending = [one for one in root_causes_first(here.errors) if place_key(one, here.tree) not in given_up]
            if not pending:
                break
            frame = _Frame(here, pending[0], list(self._plan.stages))
            step = yield from self._next_step(frame)
            while step is None and stack and unwindings < MOST_UNWINDINGS and _caused(stack[-1], frame):
                unwindings += 1
                frame = stack.pop()
                step = yield from self._next_step(frame)
            if step is None:
                given_up.add(place_key(frame.target, frame.situation.tree))
                here = frame.situation
                continue
            frame.chosen = step
            stack.append(frame)
            here = Situation(step.tree, step.verification.remaining, ())
            best = _better(best, stack, here)
        return best

    def _leap(self, here: Situation) -> _Step | None:
        """All errors at once by the first suggestion of each: often the whole of a simple repair."""
        for targets, ways in combined(here):
            began = time.monotonic()
            found = self._judge.verify(Situation(here.tree, here.errors, targets), [[e for way in ways for e in way]])[
                0
            ]
            if found.verdict == Verdict.FIXED or (found.verdict == Verdict.ADVANCED and not found.fresh):
                seconds = (time.monotonic() - began) / len(targets)
                for target, edits in zip(targets, ways, strict=True):
                    self._record(here, target, SUGGESTIONS, None, None, edits, "all at once", 0, seconds, found)
                return _Step(SUGGESTIONS, None, targets, found, seconds)
        return None

    def _next_step(self, frame: _Frame) -> Generator[Ask, Answers, _Step | None]:
        while not frame.ready:
            if not frame.stages or not self._time_left():
                return frame.held.pop(0) if frame.held else None
            stage = frame.stages.pop(0)
            if stage == SUGGESTIONS:
                self._suggest(frame)
            elif stage == SPECIALIST:
                skill = self._router.route(frame.target).skill
                if skill is not None:
                    yield from self._ask(frame, stage, skill)
            else:
                yield from self._ask(frame, stage, None)
        return frame.ready.pop(0)

    def _suggest(self, frame: _Frame) -> None:
        began = time.monotonic()
        situation = Situation(frame.situation.tree, frame.situation.errors, (frame.target,))
        depth, checks = self._plan.suggestion_depth, self._plan.suggestion_checks
        trials = search(self._judge, situation, depth=depth, checks=checks)
        seconds = (time.monotonic() - began) / max(len(trials), 1)
        steps = []
        for trial in trials:
            found = trial.verification
            self._record(situation, frame.target, SUGGESTIONS, None, None, trial.edits, trial.text, 0, seconds, found)
            steps.append(_Step(SUGGESTIONS, None, (frame.target,), found, seconds))
        _sort(frame, steps)

    def _ask(self, frame: _Frame, stage: int, skill: str | None) -> Generator[Ask, Answers, None]:
        situation = Situation(frame.situation.tree, frame.situation.errors, (frame.target,))
        context = RepairContext(situation.tree, frame.target)
        answers = yield Ask(context, skill, self._plan.attempts)
        distinct: dict[object, Candidate] = {}
        for candidate in answers.candidates:
            distinct.setdefault(candidate.edits if candidate.edits is not None else candidate.text, candidate)
        began = time.monotonic()
        proposals = list(distinct.values())
        verified = self._judge.verify(situation, [candidate.edits for candidate in proposals])
        seconds = (answers.seconds + time.monotonic() - began) / max(len(proposals), 1)
        digest = _prompt_digest(context)
        steps = []
        for one, found in zip(proposals, verified, strict=True):
            edits = one.edits or ()
            self._record(situation, frame.target, stage, skill, digest, edits, one.text, one.tokens, seconds, found)
            steps.append(_Step(stage, skill, (frame.target,), found, seconds))
        _sort(frame, steps)

    def _time_left(self) -> bool:
        return time.monotonic() - self._started < self._plan.wall_seconds

    def _record(
        self,
        situation: Situation,
        target: Diagnostic,
        stage: int,
        skill: str | None,
        prompt_digest: str | None,
        edits: Sequence[Edit],
        text: str,
        tokens: int,
        seconds: float,
        found: Verification,
    ) -> None:
        self._attempts.append(
            Attempt(
                stage=stage,
                adapter=skill,
                before_digest=situation.tree.digest,
                after=found.after,
                error=reported(target),
                prompt_digest=prompt_digest,
                edits=tuple(edits),
                text=text,
                tokens=tokens,
                seconds=round(seconds, 4),
                verdict=str(found.verdict),
                evidence=found.evidence,
            )
        )

    def _outcome(
        self,
        start: SourceTree,
        errors: tuple[Diagnostic, ...],
        steps: Sequence[_Step],
        remaining: tuple[Diagnostic, ...],
        verdict: Verdict | None = None,
        evidence: str = "",
    ) -> Outcome:
        fixed = bool(steps) and steps[-1].verification.verdict == Verdict.FIXED
        trees = (start, *(step.tree for step in steps))
        mended = tuple(
            Mended(reported(target), step.stage, step.skill, step.seconds, step.verification.verdict, before, step.tree)
            for before, step in zip(trees, steps, strict=False)
            for target in step.targets
        )
        return Outcome(
            verdict=verdict or (Verdict.FIXED if fixed else final_verdict(bool(steps), self._attempts)),
            evidence=evidence or (steps[-1].verification.evidence if steps else "no candidate was of use"),
            before=start,
            after=steps[-1].tree if steps else None,
            errors=tuple(map(reported, errors)),
            remaining=tuple(map(reported, remaining)),
            mended=mended,
            attempts=tuple(self._attempts),
            seconds=time.monotonic() - self._started,
        )


def reported(error: Diagnostic) -> Reported:
    """An error with the key of its signature."""
    return Reported(signature(error).key, error)


def _sort(frame: _Frame, steps: Sequence[_Step]) -> None:
    """Fixed first, then steps forward that reveal nothing, fewest errors first; the others are held back."""
    frame.green |= any(step.verification.verdict == Verdict.BEHAVIOUR_CHANGED for step in steps)
    fixed = [step for step in steps if step.verification.verdict == Verdict.FIXED]
    forward = [step for step in steps if step.verification.verdict == Verdict.ADVANCED]
    forward.sort(key=lambda step: len(step.verification.remaining))
    seen = {step.tree.digest for step in (*frame.ready, *frame.held)}
    for step in (*fixed, *forward):
        if step.tree.digest not in seen:
            seen.add(step.tree.digest)
            (frame.held if step.verification.fresh else frame.ready).append(step)


def _caused(last: _Frame, stuck: _Frame) -> bool:
    """Whether the last step may be to blame that the next error cannot be mended: it revealed it, or the program's
    behaviour is wrong although everything compiles."""
    if last.chosen is None:
        return False
    key = place_key(stuck.target, stuck.situation.tree)
    revealed = {place_key(error, stuck.situation.tree) for error in last.chosen.verification.fresh}
    return stuck.green or key in revealed


def _better(
    best: tuple[list[_Step], tuple[Diagnostic, ...]], stack: Sequence[_Frame], here: Situation
) -> tuple[list[_Step], tuple[Diagnostic, ...]]:
    if here.errors and len(here.errors) >= len(best[1]) and best[0]:
        return best
    return [frame.chosen for frame in stack if frame.chosen is not None], here.errors


def _prompt_digest(context: RepairContext) -> str:
    return hashlib.sha256(msgspec.json.encode(messages(context))).hexdigest()
