"""The staged fixer: one diagnostic at a time, root causes first; suggestions, then the specialist, then the base model.

A candidate that makes everything right ends the work. One that mends its error and reveals no other is kept on a stack.
One that reveals errors of a later phase is held back until the later stages have had their turn, for it may have traded
one error for another. When a revealed error cannot be mended, the stack is unwound, last edit first, and the next best
candidate is tried; when the oracle refuses the green program, that of any step, as none is surely right (`refused.py`).
What only tests decide waits for them (`doubt.py`).

Several errors that are no consequences of each other are first worked on together (`gather.py`), which takes few
compiles and one batch of questions; what is left then gets the attention of its own.

The fixer asks for model answers by yielding `Ask`s, so that many fixers can share one batch (`waves.py`).
"""

import time
from collections.abc import Generator, Sequence

from sleepy_coder.agent.asking import Ask, Fixing, Questions, Replies
from sleepy_coder.agent.doubt import believed, left_open, one_of_many, undecided, unknown_to_rustc
from sleepy_coder.agent.gather import gather
from sleepy_coder.agent.offers import Offer, digest_of_prompt, distinct, trusted
from sleepy_coder.agent.order import PlaceKey, at_once, left_to_try, place_key
from sleepy_coder.agent.outcome import Mended, Outcome, final_verdict, nearest_miss, reported
from sleepy_coder.agent.plan import BASE, SPECIALIST, SUGGESTIONS, Plan
from sleepy_coder.agent.refused import Line
from sleepy_coder.agent.steps import Frame, Step, better, caused, sort_in
from sleepy_coder.agent.suggestions import search
from sleepy_coder.episodes.episode import Attempt
from sleepy_coder.lm.model import Candidate
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.routing.router import Router
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.phases import Phase, phase
from sleepy_coder.tasks.projects import Project
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification

MOST_UNWINDINGS = 4
MOST_LAST_TRIES = 4
"""Errors of one fix for which the models are asked again; each may cost `last_attempts` compiles for every stage."""


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
        self._asked: set[tuple[int, PlaceKey]] = set()
        self._last_tries = MOST_LAST_TRIES if plan.last_attempts else 0
        self._undecided = ""
        self._cut_short = ""
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

    def _climb(self, here: Situation) -> Generator[Questions, Replies, tuple[list[Step], tuple[Diagnostic, ...]]]:
        """Steps that lead to a fixed tree, or else to the tree with the fewest errors that was reached."""
        stack: list[Frame] = []
        best: tuple[list[Step], tuple[Diagnostic, ...]] = ([], here.errors)
        given_up: set[tuple[PlaceKey, str]] = set()
        gathered: set[tuple[str, Phase]] = set()
        line = Line()
        unwindings = 0
        rounds = self._plan.max_rounds + len(here.errors)
        while here.errors and rounds > 0 and self._time_left():
            rounds -= 1
            pending = left_to_try(here.errors, here.tree, given_up)
            if not pending:
                break
            several = [one for one in at_once(pending) if not (self._open(one, here.tree) or one_of_many(one))]
            state = (here.tree.digest, phase(pending[0]))
            if len(several) > 1 and state not in gathered:
                gathered.add(state)
                together = yield from self._together(here, several)
                if together is not None:
                    stack.append(Frame(here, pending[0], list(self._plan.stages), chosen=together))
                    here = Situation(together.tree, together.verification.remaining, ())
                    best = better(best, stack, here)
                    continue
            frame = Frame(here, pending[0], list(self._plan.stages))
            step = yield from self._next_step(frame)
            while step is None and stack and unwindings < MOST_UNWINDINGS and caused(stack[-1], frame):
                unwindings += 1
                frame = stack.pop()
                step = yield from self._next_step(frame)
            if step is None and frame.green and unwindings < MOST_UNWINDINGS:
                while step is None and (back := line.back(stack)) is not None:
                    step = yield from self._next_step(back)
                    if step is None:
                        line.spend()
                    else:
                        unwindings += 1
                        stack, frame = line.before(), back
            if step is None:
                here = frame.situation
                given_up.add((place_key(frame.target, here.tree), here.tree.digest))
                continue
            frame.chosen = step
            stack.append(frame)
            here = Situation(step.tree, step.verification.remaining, ())
            best = better(best, stack, here)
        else:  # else nothing was left to try
            if here.errors:
                self._cut_short = "`max_rounds` was used up" if self._time_left() else "`fix_wall_seconds` was used up"
        return best

    def _together(self, here: Situation, targets: Sequence[Diagnostic]) -> Generator[Questions, Replies, Step | None]:
        """Several errors in one step, by the first stage that mends any of them."""
        for stage in self._plan.stages:
            if not self._time_left():
                break
            if stage == SUGGESTIONS:
                offers = [Offer(target, None, trusted(target, here.tree)) for target in targets]
            else:
                offers = yield from self._offers(here, targets, stage)
            step = self._gather(here, [offer for offer in offers if offer.candidates], stage)
            if step is not None:
                return step
        return None

    def _offers(
        self, here: Situation, targets: Sequence[Diagnostic], stage: int
    ) -> Generator[Questions, Replies, list[Offer]]:
        """What the model says of each error that it was not asked about before, all in one batch."""
        wanted: list[tuple[Diagnostic, str | None]] = []
        for target in targets:
            skill = self._router.route(target).skill if stage == SPECIALIST else None
            key = (stage, place_key(target, here.tree))
            if key not in self._asked and (stage == BASE or skill is not None):
                self._asked.add(key)
                wanted.append((target, skill))
        if not wanted:
            return []
        asks = [Ask(RepairContext(here.tree, target), skill, self._plan.attempts) for target, skill in wanted]
        replies = yield asks
        return [
            Offer(
                target,
                skill,
                [*distinct(target, said.candidates, here.tree).values()],
                digest_of_prompt(ask.context),
                said.seconds,
            )
            for (target, skill), ask, said in zip(wanted, asks, replies, strict=True)
        ]

    def _gather(self, here: Situation, offers: Sequence[Offer], stage: int) -> Step | None:
        if len(offers) < 2:
            return None
        began = time.monotonic()
        situation = here._replace(targets=tuple(offer.target for offer in offers))
        found = gather(self._judge, situation, [[one.edits or () for one in offer.candidates] for offer in offers])
        if found is None:
            return None
        share = (time.monotonic() - began) / len(offers)
        said = [(number, edits, found.verification) for number, edits in found.chosen.items()]
        for number, edits, verification in [*found.failed, *said]:
            offer = offers[number]
            one = next(one for one in offer.candidates if (one.edits or ()) == edits)
            seconds = share + offer.seconds / len(offer.candidates)
            self._record(here, offer.target, stage, offer.skill, offer.prompt_digest, one, seconds, verification)
        won = [offers[number] for number in sorted((*found.chosen, *found.along))]
        seconds = share + sum(offer.seconds for offer in won) / max(1, len(won))
        return Step(
            stage, tuple(one.target for one in won), tuple(one.skill for one in won), found.verification, seconds
        )

    def _next_step(self, frame: Frame) -> Generator[Questions, Replies, Step | None]:
        while not frame.ready:
            if not self._time_left() or not (frame.stages or frame.held or self._try_again(frame)):
                return None
            if not frame.stages:
                return frame.held.pop(0)
            stage = frame.stages.pop(0)
            if stage == SUGGESTIONS:
                if self._project.tested or not unknown_to_rustc(frame.target, frame.situation.tree):
                    self._suggest(frame)
            elif stage == SPECIALIST:
                skill = self._router.route(frame.target).skill
                if skill is not None:
                    yield from self._ask(frame, stage, skill)
            else:
                yield from self._ask(frame, stage, None)
        return frame.ready.pop(0)

    def _try_again(self, frame: Frame) -> bool:
        """Whether the models are asked for more, because nothing that they said was right and an oracle will judge.

        Without one, the further down the list a candidate stands, the likelier it compiles and is wrong.
        """
        if frame.last_try or self._last_tries == 0 or not self._project.tested:
            return False
        self._last_tries -= 1
        frame.last_try = True
        frame.stages = [stage for stage in self._plan.stages if stage != SUGGESTIONS]
        return bool(frame.stages)

    def _suggest(self, frame: Frame) -> None:
        began = time.monotonic()
        situation = Situation(frame.situation.tree, frame.situation.errors, (frame.target,))
        depth, checks = self._plan.suggestion_depth, self._plan.suggestion_checks
        trials = search(self._judge, situation, depth=depth, checks=checks)
        seconds = (time.monotonic() - began) / max(len(trials), 1)
        steps = []
        verified = self._believed(frame, [trial.verification for trial in trials])
        for trial, found in zip(trials, verified, strict=True):
            one = Candidate(trial.text, trial.edits, 0, 0.0)
            self._record(situation, frame.target, SUGGESTIONS, None, None, one, seconds, found)
            steps.append(Step(SUGGESTIONS, (frame.target,), (None,), found, seconds))
        sort_in(frame, steps)

    def _ask(self, frame: Frame, stage: int, skill: str | None) -> Generator[Questions, Replies, None]:
        situation = Situation(frame.situation.tree, frame.situation.errors, (frame.target,))
        context = RepairContext(situation.tree, frame.target)
        attempts = self._plan.last_attempts if frame.last_try else self._plan.attempts
        (answers,) = yield [Ask(context, skill, attempts)]
        began = time.monotonic()
        said = distinct(frame.target, answers.candidates, situation.tree)
        proposals = [one for key, one in said.items() if (stage, key) not in frame.tried]
        frame.tried |= {(stage, key) for key in said}
        verified = self._believed(frame, self._judge.verify(situation, [candidate.edits for candidate in proposals]))
        seconds = (answers.seconds + time.monotonic() - began) / max(len(proposals), 1)
        digest = digest_of_prompt(context)
        steps = []
        for one, found in zip(proposals, verified, strict=True):
            self._record(situation, frame.target, stage, skill, digest, one, seconds, found)
            steps.append(Step(stage, (frame.target,), (skill,), found, seconds))
        sort_in(frame, steps)

    def _believed(self, frame: Frame, found: list[Verification]) -> list[Verification]:
        judged = believed(frame, found) if self._open(frame.target, frame.situation.tree) else found
        if judged is not found:
            self._undecided = undecided(frame)
        return judged

    def _open(self, error: Diagnostic, tree: SourceTree) -> bool:
        return not self._project.tested and left_open(error, tree)

    def _time_left(self) -> bool:
        return time.monotonic() - self._started < self._plan.wall_seconds

    def _record(
        self,
        situation: Situation,
        target: Diagnostic,
        stage: int,
        skill: str | None,
        prompt_digest: str | None,
        candidate: Candidate,
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
                edits=candidate.edits or (),
                text=candidate.text,
                tokens=candidate.tokens,
                seconds=round(seconds, 4),
                verdict=str(found.verdict),
                evidence=found.evidence,
            )
        )

    def _outcome(
        self,
        start: SourceTree,
        errors: tuple[Diagnostic, ...],
        steps: Sequence[Step],
        remaining: tuple[Diagnostic, ...],
        verdict: Verdict | None = None,
        evidence: str = "",
    ) -> Outcome:
        fixed = bool(steps) and steps[-1].verification.verdict == Verdict.FIXED
        trees = (start, *(step.tree for step in steps))
        mended = tuple(
            Mended(reported(target), step.stage, skill, step.seconds, step.verification.verdict, before, step.tree)
            for before, step in zip(trees, steps, strict=False)
            for target, skill in zip(step.targets, step.skills, strict=True)
        )
        tried = (not self._attempts and self._cut_short) or nearest_miss(self._attempts)
        said = steps[-1].verification.evidence if steps else tried
        return Outcome(
            verdict=verdict or (Verdict.FIXED if fixed else final_verdict(bool(steps), self._attempts)),
            evidence=evidence or (not fixed and self._undecided) or said,
            before=start,
            after=steps[-1].tree if steps else None,
            errors=tuple(map(reported, errors)),
            remaining=tuple(map(reported, remaining)),
            mended=mended,
            attempts=tuple(self._attempts),
            seconds=time.monotonic() - self._started,
            undecided=not fixed and bool(self._undecided),
            cut_short="" if fixed else self._cut_short,
        )
